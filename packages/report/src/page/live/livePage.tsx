/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { LIVE_COLUMNS, type LiveBoard } from '../../live/liveBoard.ts';
import { Cash } from '../cash.tsx';
import { Layout } from '../layout.tsx';
import { link } from '../link.ts';
import { otherMoney } from '../otherMoney.ts';
import type { ReportView } from '../reportView.ts';
import { SegmentPicker } from '../segmentPicker.tsx';
import { voiceOf } from '../voice.ts';
import { LiveColumn } from './liveColumn.tsx';
import { wordsOf } from './wordsOf.ts';

export interface LiveView extends ReportView {
  board: LiveBoard;
}

/** The carts of this moment, for a screen on a wall: it follows what happens by itself. */
export function LivePage(view: LiveView) {
  const { site, board, query, onlyConfirmed } = view;
  const voice = voiceOf(view.locale, site.timeZone);
  const { text, format } = voice;
  const words = wordsOf(view.locale);
  return (
    <Layout
      frame={view}
      voice={voice}
      title={text.pages.live}
      site={site}
      page="live"
      query={query}
      live
    >
      <div class="title">
        <div data-live="title">
          <h1>{text.pages.live}</h1>
          <p>{site.name}</p>
          <p class="quiet">
            {text.frame.timeZone(site.timeZone)}, {text.frame.asOf(format.dateTime(board.asOf))}
            {onlyConfirmed && `, ${text.frame.onlyConfirmed}`}
          </p>
          <p class="intro">
            {words.intro} {words.unit}
          </p>
        </div>
        <SegmentPicker view={view} voice={voice} />
      </div>
      <div data-live="now">
        <dl class="live-now" aria-label={words.now}>
          {LIVE_COLUMNS.map((column) => (
            <div class={`figure live-${column}`}>
              <dt>{words.columns[column]}</dt>
              <dd>
                <span class="live-count">{format.count(board[column].carts)}</span>
                <span class="also">
                  <Cash
                    money={{ currency: site.currency, amount: board[column].value }}
                    voice={voice}
                    glance
                  />
                  {otherMoney(board[column].otherValues, voice)}
                </span>
              </dd>
            </div>
          ))}
        </dl>
        {!board.complete && <p class="problem">{words.incomplete}</p>}
      </div>
      <div data-live="board" class="live-board">
        {LIVE_COLUMNS.map((column) => (
          <LiveColumn column={column} view={view} voice={voice} />
        ))}
      </div>
      <p class="downloads">
        {(['csv', 'json'] as const).map((format) => (
          <a href={link('', { ...query, format })} download="">
            {text.downloads[format]}
          </a>
        ))}
      </p>
    </Layout>
  );
}
