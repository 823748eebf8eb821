/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Between } from '../../retention/retentionReport.ts';
import type { Voice } from '../voice.ts';
import type { Words } from './en.ts';

/** How far apart the orders of one person are, as bars from zero. */
export function Spread({
  between: { n, medianDays, spread },
  words,
  voice: { format },
}: {
  between: Between;
  words: Words;
  voice: Voice;
}) {
  const days = (index: number) => format.count(spread[index]?.upToDays ?? 0);
  const nameOf = (index: number) => {
    if (index === 0) return words.between.upTo;
    return spread[index]!.upToDays === null
      ? words.between.longer(days(index - 1))
      : words.between.range(days(index - 1), days(index));
  };
  const most = Math.max(1, ...spread.map(({ pairs }) => pairs));
  return (
    <section aria-labelledby="between-heading">
      <h2 id="between-heading">{words.between.heading}</h2>
      {medianDays === null ? (
        <p class="intro">{words.between.none}</p>
      ) : (
        <>
          <p class="intro">
            {words.between.median(format.count(Math.round(medianDays * 10) / 10), format.count(n))}{' '}
            {words.between.bias}
          </p>
          <ul class="bars">
            {spread.map(({ pairs }, index) => (
              <li>
                <span>{nameOf(index)}</span>
                <svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect
                    class="is-ordered"
                    x="0"
                    y="0"
                    width={((1000 * pairs) / most).toFixed(2)}
                    height="10"
                  />
                </svg>
                <b>{format.count(pairs)}</b>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
