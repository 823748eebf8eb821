/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { FigureChange } from '../../compare/compareReport.ts';
import { LEAST } from '../../compare/judged.ts';
import type { Voice } from '../voice.ts';
import { amountsOf } from './amounts.ts';
import type { CompareView } from './comparePage.tsx';
import { wordsOf } from './words.ts';

const YEAR_DAYS = 365;

/** The figure that was meant to move, in a few sentences. */
export function CompareAnswer({
  change,
  view,
  voice,
}: {
  change: FigureChange;
  view: CompareView;
  voice: Voice;
}) {
  const { format, locale } = voice;
  const { answer, form } = wordsOf(locale);
  const { crude, adjusted, verdict, needed } = change;
  const amounts = amountsOf(change, view, voice);
  const best = adjusted ?? crude;
  const range =
    best.low !== null && best.high !== null
      ? ([amounts.change(best.low), amounts.change(best.high)] as const)
      : undefined;
  const isTold = verdict === 'better' || verdict === 'worse';
  return (
    <section class="compare-answer">
      <p class="answer">
        {isTold && best.value !== null && range ? (
          <>
            {answer.told(
              amounts.name,
              <strong>
                {best.value > 0
                  ? answer.up(amounts.size(best.value))
                  : answer.down(amounts.size(best.value))}
              </strong>,
              range.join(' – '),
            )}
            <span class="answer-more">{answer[verdict]}</span>
          </>
        ) : (
          <>
            {answer.cannot(amounts.name)}
            <span class="answer-more">
              {verdict === 'too_few' && answer.few(amounts.count(LEAST))}{' '}
              {range && answer.range(...range)}
            </span>
          </>
        )}
      </p>
      {needed && (
        <p>
          {answer.needed(
            amounts.count(needed.onEachSide),
            needed.moreDays === 0
              ? answer.wider
              : needed.moreDays > YEAR_DAYS
                ? answer.longer
                : answer.moreDays(form.days(needed.moreDays, format.count(needed.moreDays))),
          )}
        </p>
      )}
      <p class="quiet">
        {adjusted ? answer.held : answer.notHeld}{' '}
        {adjusted &&
          crude.value !== null &&
          isApart(adjusted, crude.value) &&
          answer.mix(amounts.change(crude.value))}
      </p>
    </section>
  );
}

/** Whether the plain difference is another one: by a quarter of the interval, say. */
function isApart(
  { value, low, high }: { value: number; low: number; high: number },
  crude: number,
) {
  return Math.abs(value - crude) > (high - low) / 4;
}
