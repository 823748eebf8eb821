/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { LiveColumn as Column, LiveBoardCart } from '../../live/liveBoard.ts';
import { Cash } from '../cash.tsx';
import { metName } from '../journeys/metName.ts';
import { link, sitePath } from '../link.ts';
import { stepName } from '../stepNames.ts';
import { typeName } from '../typeName.ts';
import type { Voice } from '../voice.ts';
import type { LiveView } from './livePage.tsx';
import { wordsOf } from './wordsOf.ts';

/** The carts of one kind, the most urgent first. */
export function LiveColumn({
  column,
  view,
  voice,
}: {
  column: Column;
  view: LiveView;
  voice: Voice;
}) {
  const { format } = voice;
  const { board, site, lang } = view;
  const words = wordsOf(voice.locale);
  const { carts, listed } = board[column];
  const minutes = (count: number) => format.duration(count * 60, 'long');
  const more = carts - listed.length;
  return (
    <section class="live-column" aria-labelledby={`live-${column}`}>
      <h2 id={`live-${column}`}>{words.columns[column]}</h2>
      <p class="quiet">
        {words.means[column](minutes(board.idleAfterMinutes), minutes(board.abandonedAfterMinutes))}
      </p>
      {listed.length === 0 ? (
        <p class="live-none">{words.none[column]}</p>
      ) : (
        <ol>
          {listed.map((cart) => (
            <li data-key={`${column} ${cart.journey}`}>
              <a href={link(sitePath(site, 'journeys', cart.journey), { lang })}>
                <Cash money={cart} voice={voice} />
                <span class="unseen">, {voice.text.carts.seeJourney}</span>
              </a>
              <Last cart={cart} column={column} asOf={board.asOf} voice={voice} />
            </li>
          ))}
        </ol>
      )}
      {more > 0 && <p class="quiet">{words.more(format.count(more))}</p>}
    </section>
  );
}

/** Where it is, since when, and what was last done or met. */
function Last({
  cart,
  column,
  asOf,
  voice,
}: {
  cart: LiveBoardCart;
  column: Column;
  asOf: string;
  voice: Voice;
}) {
  const { text, format } = voice;
  const words = wordsOf(voice.locale);
  const seconds = (Date.parse(asOf) - Date.parse(cart.at)) / 1000;
  const when =
    column === 'wonBack'
      ? words.ordered(format.ago(cart.at, asOf))
      : words.silent(format.duration(seconds < 60 ? seconds : Math.floor(seconds / 60) * 60));
  return (
    <>
      <p>{column === 'wonBack' ? when : stepName(cart.step, text)}</p>
      {cart.lastType && <p class="quiet">{typeName(cart.lastType, text)}</p>}
      {column !== 'wonBack' && (
        <p class="quiet">
          <time datetime={cart.at}>{when}</time>
        </p>
      )}
      {cart.met && column !== 'wonBack' && <p class="live-met">{metName(cart.met, voice)}</p>}
    </>
  );
}
