/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { CausesReport } from '../../causes/causesReport.ts';
import type { CausesVoice } from './causesVoice.ts';
import { hasValue, Stake } from './stake.tsx';

/** The report in a sentence or two: what most is at stake with, or what to do until something is known. */
export function CausesAnswer({ report, voice }: { report: CausesReport; voice: CausesVoice }) {
  const { format, words, name, where, ratio } = voice;
  const { answer, ranked } = words;
  const [most] = report.ranked;
  if (!most) {
    const settled = report.steps.some(({ carts }) => carts > 0);
    const nothing =
      report.tested > 0
        ? answer.nothing(report.tested, format.count(report.tested))
        : answer.untested;
    return (
      <p class="answer">
        {settled ? nothing : answer.noCarts}
        <span class="answer-more">{answer.next}</span>
      </p>
    );
  }
  const say = hasValue(most) ? answer.money : answer.carts;
  return (
    <p class="answer">
      {say(
        <strong>{answer.quoted(name(most.what))}</strong>,
        where(most.step),
        <strong>
          <Stake cause={most} voice={voice} />
        </strong>,
      )}
      <span class="answer-more">
        {ranked.often(<b>{ranked.times(ratio(most.adjusted.value))}</b>)}.
      </span>
    </p>
  );
}
