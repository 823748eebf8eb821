/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { CausesReport, Estimate, Explained } from '../../causes/causesReport.ts';
import type { CausesVoice } from './causesVoice.ts';

/** What looks guilty only because it comes along with something else. */
export function ExplainedList({ report, voice }: { report: CausesReport; voice: CausesVoice }) {
  const { words, name, where, ratio, ends } = voice;
  const { explained } = words;
  const said = (estimate: Estimate | null) =>
    estimate ? explained.times(ratio(estimate.value), ...ends(estimate)) : explained.unknown;
  return (
    <section class="explained" aria-labelledby="explained-heading">
      <h2 id="explained-heading">{explained.heading}</h2>
      <p class="intro">{explained.intro}</p>
      <ul>
        {report.explained.map(({ what, step, by, alone, adjusted }) => (
          <li>
            <h3>{name(what)}</h3>
            <p class="sentence">
              {where(step)}: {explained.by(<b>{words.answer.quoted(name(by))}</b>)}
            </p>
            <p>
              {explained.sentence(said(alone), said(adjusted))}{' '}
              {mayStand({ alone, adjusted }) && explained.open}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whether all of the association may still be its own: carts alike are too few to tell. */
function mayStand({ alone, adjusted }: Pick<Explained, 'alone' | 'adjusted'>): boolean {
  return adjusted === null || adjusted.high >= alone.value;
}
