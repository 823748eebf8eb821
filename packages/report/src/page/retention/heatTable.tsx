/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Cohort } from '../../retention/retentionReport.ts';
import type { Rate } from '../../wilson.ts';
import { ScrollBox } from '../scrollBox.tsx';
import type { Voice } from '../voice.ts';
import type { Words } from './en.ts';

const MONTHS = {
  en: new Intl.DateTimeFormat('en', { year: 'numeric', month: 'short', timeZone: 'UTC' }),
  ko: new Intl.DateTimeFormat('ko', { year: 'numeric', month: 'short', timeZone: 'UTC' }),
};

/** Rows: two years, so that a month stands near the same one a year before. */
const MOST_ROWS = 24;

/** What the darkest colour stands for. */
const SCALES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];

/** Depths of colour, beside none. */
const DEPTHS = 10;

/** Who ordered again, by month of the first order: numbers on a colour whose zero is white. */
export function HeatTable({
  cohorts: all,
  words,
  voice: { format, locale },
}: {
  cohorts: readonly Cohort[];
  words: Words;
  voice: Voice;
}) {
  const cohorts = all.slice(-MOST_ROWS);
  const earlier = all.length - cohorts.length;
  const columns = Math.max(0, ...cohorts.map(({ again }) => again.length));
  const most = Math.max(0, ...cohorts.flatMap(({ again }) => again.map(({ value }) => value ?? 0)));
  const scale = SCALES.find((each) => each >= most) ?? 1;
  const depth = (share: number) => Math.ceil((DEPTHS * share) / scale);
  const monthName = (month: string) => MONTHS[locale].format(new Date(`${month}-15T12:00:00Z`));
  return (
    <section aria-labelledby="cohorts-heading">
      <h2 id="cohorts-heading">{words.cohorts.heading}</h2>
      <p class="intro">
        {words.cohorts.intro} {earlier > 0 && words.cohorts.earlier(format.count(earlier))}
      </p>
      {columns === 0 ? (
        <p class="quiet">{words.cohorts.none}</p>
      ) : (
        <ScrollBox label={words.cohorts.heading}>
          <table class="data heat">
            <caption>{words.cohorts.unit(format.axisPercent(scale))}</caption>
            <thead>
              <tr>
                <th scope="col">{words.cohorts.month}</th>
                <th scope="col">{words.cohorts.persons}</th>
                {Array.from({ length: columns }, (_, index) => (
                  <th scope="col">{words.cohorts.within(format.count(index + 1))}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {cohorts.map(({ month, persons, again }) => (
                <tr>
                  <th scope="row">{monthName(month)}</th>
                  <td>{format.count(persons)}</td>
                  {Array.from({ length: columns }, (_, index) => {
                    const rate: Rate | undefined = again[index];
                    return rate?.value == null ? (
                      <td class="heat-open">
                        <span class="unseen">{words.cohorts.notYet}</span>
                      </td>
                    ) : (
                      <td
                        class={`heat-${depth(rate.value)}`}
                        title={words.cohorts.cell(
                          monthName(month),
                          format.count(index + 1),
                          format.percentRange(rate.low!, rate.high!),
                        )}
                      >
                        {format.percent(rate.value)}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </section>
  );
}
