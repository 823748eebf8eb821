/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Frame, Site } from '../frame.ts';
import { ScrollBox } from '../scrollBox.tsx';
import { voiceOf } from '../voice.ts';
import type { Words } from './en.ts';
import { TrustPage, wordsOf } from './trustPage.tsx';

export interface QuarantineView extends Frame {
  site: Site;
  counts: readonly { reason: QuarantineReason; touchpoints: number; visitors: number }[];
  /** The latest first. */
  visitors: readonly {
    visitor: string;
    reason: QuarantineReason;
    touchpoints: number;
    /** Epoch milliseconds. */
    lastAt: number;
  }[];
  verdicts: readonly { visitor: string; verdict: 'released' | 'held'; at: number }[];
  /** Whether the reader may release and hold. */
  canDecide: boolean;
  /** The reader named a visitor that never came. */
  isUnknown?: boolean;
}

export type QuarantineReason = keyof Words['quarantine']['reasons'];

/** What is kept and counts nowhere, why, and how to change that. */
export function QuarantinePage(view: QuarantineView) {
  const { site, counts, visitors, verdicts, canDecide, isUnknown } = view;
  const { format } = voiceOf(view.locale, site.timeZone);
  const { quarantine } = wordsOf(view.locale);
  const touchpoints = counts.reduce((sum, count) => sum + count.touchpoints, 0);
  const names = new Set(visitors.map(({ visitor }) => visitor));
  const released = verdicts.filter(({ verdict }) => verdict === 'released');
  const moment = (at: number) => (
    <time datetime={new Date(at).toISOString()}>{format.dateTime(new Date(at).toISOString())}</time>
  );
  const decide = (visitor: string, decisions: readonly Decision[]) =>
    canDecide && <DecisionForm view={view} visitor={visitor} decisions={decisions} />;

  return (
    <TrustPage frame={view} site={site} topic="quarantine">
      <div>
        <p class="answer">
          {touchpoints === 0
            ? quarantine.nothing
            : quarantine.answer(format.count(touchpoints), format.count(names.size))}
        </p>
        {isUnknown && <p class="problem">{quarantine.unknown}</p>}
        {!canDecide && <p class="quiet">{quarantine.readOnly}</p>}
      </div>
      {counts.length > 0 && (
        <section aria-labelledby="counts">
          <h2 id="counts">{quarantine.counts}</h2>
          <ScrollBox label={quarantine.counts}>
            <table class="data">
              <caption>{quarantine.unit}</caption>
              <thead>
                <tr>
                  <th scope="col">{quarantine.reason}</th>
                  <th scope="col">{quarantine.touchpoints}</th>
                  <th scope="col">{quarantine.visitors}</th>
                </tr>
              </thead>
              <tbody>
                {counts.map((count) => (
                  <tr>
                    <th scope="row">{quarantine.reasons[count.reason]}</th>
                    <td>{format.count(count.touchpoints)}</td>
                    <td>{format.count(count.visitors)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        </section>
      )}
      {visitors.length > 0 && (
        <section aria-labelledby="visitors">
          <h2 id="visitors">{quarantine.list}</h2>
          <p class="intro">{quarantine.some(format.count(visitors.length))}</p>
          <ScrollBox label={quarantine.list}>
            <table class="data">
              <thead>
                <tr>
                  <th scope="col">{quarantine.visitor}</th>
                  {canDecide && <td />}
                  <th scope="col" class="word">
                    {quarantine.reason}
                  </th>
                  <th scope="col">{quarantine.touchpoints}</th>
                  <th scope="col">{quarantine.last}</th>
                </tr>
              </thead>
              <tbody>
                {visitors.map((held) => (
                  <tr>
                    <th scope="row">{held.visitor}</th>
                    {canDecide && (
                      <td class="word">
                        {decide(held.visitor, held.reason === 'held' ? ['judge'] : ['release'])}
                      </td>
                    )}
                    <td class="word">{quarantine.reasons[held.reason]}</td>
                    <td>{format.count(held.touchpoints)}</td>
                    <td>{moment(held.lastAt)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        </section>
      )}
      {released.length > 0 && (
        <section aria-labelledby="released">
          <h2 id="released">{quarantine.released}</h2>
          <p class="intro">{quarantine.releasedIntro}</p>
          <ScrollBox label={quarantine.released}>
            <table class="data">
              <tbody>
                {released.map(({ visitor, at }) => (
                  <tr>
                    <th scope="row">{visitor}</th>
                    {canDecide && <td class="word">{decide(visitor, ['judge'])}</td>}
                    <td>{moment(at)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        </section>
      )}
      {canDecide && (
        <form method="post" class="picker">
          <input type="hidden" name="csrf" value={view.csrf} />
          <label>
            {quarantine.holdIntro}
            <input name="visitor" required autocomplete="off" placeholder={quarantine.visitor} />
          </label>
          <button type="submit" name="decision" value="hold">
            {quarantine.hold}
          </button>
        </form>
      )}
    </TrustPage>
  );
}

type Decision = 'release' | 'judge';

function DecisionForm({
  view: { csrf, locale },
  visitor,
  decisions,
}: {
  view: QuarantineView;
  visitor: string;
  decisions: readonly Decision[];
}) {
  const { quarantine } = wordsOf(locale);
  return (
    <form method="post">
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="visitor" value={visitor} />
      {decisions.map((decision) => (
        <button type="submit" name="decision" value={decision} class="plain">
          {quarantine[decision]}
        </button>
      ))}
    </form>
  );
}
