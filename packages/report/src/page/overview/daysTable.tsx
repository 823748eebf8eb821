/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { ChartDay } from '../../overview/controlChart.ts';
import { ScrollBox } from '../scrollBox.tsx';
import type { Voice } from '../voice.ts';
import { dayName } from './dayName.ts';
import { wordsOf } from './words.ts';

/** The curve of all carts in figures. */
export function DaysTable({ days, voice }: { days: readonly ChartDay[]; voice: Voice }) {
  const { text, format, locale } = voice;
  const { changes } = wordsOf(locale);
  const share = (value: number | null) => (value === null ? '–' : format.percent(value));
  return (
    <ScrollBox label={changes.table}>
      <table class="data">
        <caption>{text.steps.unit}</caption>
        <thead>
          <tr>
            {Object.values(changes.columns).map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, n, hits, value, centre, low, high }) => (
            <tr>
              <th scope="row">
                <time datetime={day}>{dayName(day, locale)}</time>
              </th>
              <td>{format.count(n)}</td>
              <td>{format.count(hits)}</td>
              <td>{share(value)}</td>
              <td>{share(centre)}</td>
              <td>{low === null || high === null ? '–' : format.percentRange(low, high)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
