/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { isTrouble } from '../../journeys/isTrouble.ts';
import type { JourneyRow } from '../../journeys/journeyList.ts';
import { Cash } from '../cash.tsx';
import { link, sitePath } from '../link.ts';
import type { ReportView } from '../reportView.ts';
import { valueName } from '../segmentPicker.tsx';
import { stepName } from '../stepNames.ts';
import type { Voice } from '../voice.ts';
import { metName } from './metName.ts';
import { StateTag } from './stateTag.tsx';
import { wordsOf } from './wordsOf.ts';

/** Troubles named in a row before they are summed up. */
const NAMED = 2;

/** A row a journey: when, how it came, how far it got, what went wrong, and what became of it. */
export function JourneysTable({
  journeys,
  view: { site, lang },
  voice,
}: {
  journeys: readonly JourneyRow[];
  view: ReportView;
  voice: Voice;
}) {
  const { format } = voice;
  const words = wordsOf(voice.locale).list;
  return (
    <table class="data journeys">
      <caption class="unseen">{words.intro}</caption>
      <thead>
        <tr>
          {Object.entries(words.columns).map(([column, name]) => (
            <th scope="col" class={NUMERIC.has(column) ? undefined : 'word'}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {journeys.map((row) => (
          <tr>
            <th scope="row" class="journey-when">
              <a href={link(sitePath(site, 'journeys', row.journey), { lang })}>
                <time datetime={row.startedAt}>{format.dateTime(row.startedAt)}</time>
              </a>
              <Took row={row} voice={voice} />
            </th>
            <td class="word journey-came">
              {row.channel ?? '–'}
              <span class="quiet">
                {[
                  row.device && valueName('device', row.device, voice),
                  valueName('returning', row.returning ? 'returning' : 'new', voice),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            </td>
            <td class="journey-visits">{format.count(row.visits)}</td>
            <td class="word journey-far">
              <Far row={row} voice={voice} />
            </td>
            <td class="journey-value">{row.value && <Cash money={row.value} voice={voice} />}</td>
            <td class="word journey-wrong">
              <Wrong met={row.met} voice={voice} />
            </td>
            <td class="word journey-state">
              <StateTag state={row.state} voice={voice} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const NUMERIC: ReadonlySet<string> = new Set(['visits', 'value']);

function Took({ row: { startedAt, lastAt }, voice }: { row: JourneyRow; voice: Voice }) {
  const seconds = (Date.parse(lastAt) - Date.parse(startedAt)) / 1000;
  if (seconds < 1) return null;
  const { took } = wordsOf(voice.locale).list;
  return <span class="quiet">{took(voice.format.duration(seconds))}</span>;
}

function Far({ row: { step, stage, stops, state }, voice }: { row: JourneyRow; voice: Voice }) {
  const words = wordsOf(voice.locale).list;
  const ordered = state === 'ordered' || state === 'recovered';
  return (
    <>
      {step === undefined || ordered ? words.stages[stage] : stepName(step, voice.text)}
      {stops > 0 && <span class="quiet">{words.stops(stops, voice.format.count(stops))}</span>}
    </>
  );
}

function Wrong({ met, voice }: { met: readonly string[]; voice: Voice }) {
  const words = wordsOf(voice.locale).list;
  const troubles = met.filter(isTrouble);
  const more = troubles.length - NAMED;
  return (
    <>
      {troubles
        .slice(0, NAMED)
        .map((what) => metName(what, voice))
        .join(' · ')}
      {more > 0 && <span class="quiet">{words.more(voice.format.count(more))}</span>}
    </>
  );
}
