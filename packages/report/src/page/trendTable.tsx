/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { TrendPoint } from '../trend.ts';
import { Cash } from './cash.tsx';
import { ScrollBox } from './scrollBox.tsx';
import type { Voice } from './voice.ts';
import { whenOf } from './whenOf.ts';

/** The curve in figures. */
export function TrendTable({
  points,
  currency,
  voice,
}: {
  points: readonly TrendPoint[];
  currency: string;
  voice: Voice;
}) {
  const { text, format } = voice;
  const { when, ...columns } = text.trend.columns;
  const unit = points[0]?.unit ?? 'day';
  return (
    <ScrollBox label={text.trend.table}>
      <table class="data">
        <caption>{text.steps.unit}</caption>
        <thead>
          <tr>
            {[when[unit], ...Object.values(columns)].map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr>
              <th scope="row">
                <time datetime={unit === 'hour' ? point.from : point.day}>
                  {whenOf(point, voice)}
                </time>
              </th>
              <td>{format.count(point.created)}</td>
              <td>{format.count(point.open)}</td>
              <td>{format.count(point.ordered)}</td>
              <td>{format.count(point.emptied)}</td>
              <td>{format.count(point.left)}</td>
              <td>{point.rate.value === null ? '–' : format.percent(point.rate.value)}</td>
              <td>
                {point.rate.low === null || point.rate.high === null
                  ? '–'
                  : format.percentRange(point.rate.low, point.rate.high)}
              </td>
              <td>
                <Cash money={{ currency, amount: point.valueLeft }} voice={voice} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
