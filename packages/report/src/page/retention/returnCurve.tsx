/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { SecondOrder } from '../../retention/retentionReport.ts';
import type { Voice } from '../voice.ts';
import type { Words } from './en.ts';

const WIDTH = 1000;
const HEIGHT = 300;
const GRID = [0, 0.25, 0.5, 0.75, 1];

/** Share that has ordered again, day by day, with its interval. */
export function ReturnCurve({
  second,
  words,
  voice: { format },
}: {
  second: SecondOrder;
  words: Words;
  voice: Voice;
}) {
  const { curve, quarterDays, halfDays } = second;
  const last = curve.at(-1);
  const days = (n: number) => format.count(Math.round(n));
  return (
    <section aria-labelledby="return-heading">
      <h2 id="return-heading">{words.curve.heading}</h2>
      <p class="intro">
        {words.curve.intro(
          words.persons(second.persons, format.count(second.persons)),
          format.count(second.returned),
        )}
      </p>
      {!last || last.day === 0 ? (
        <p class="quiet">{words.curve.few}</p>
      ) : (
        <>
          <p>
            {quarterDays === null ? words.curve.notYet : words.curve.quarter(days(quarterDays))}{' '}
            {halfDays !== null && words.curve.half(days(halfDays))}
          </p>
          <div class="chart">
            <p class="chart-name">{words.curve.axis}</p>
            <div class="axis" aria-hidden="true">
              <span>{format.axisPercent(scaleOf(curve))}</span>
              <span>{format.axisPercent(scaleOf(curve) / 2)}</span>
              <span>{format.axisPercent(0)}</span>
            </div>
            <svg
              class="chart-rate"
              viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
              preserveAspectRatio="none"
              role="img"
              aria-label={words.curve.label}
            >
              <desc>
                {words.curve.description(format.count(last.day), format.percent(last.returned))}
              </desc>
              {GRID.map((share) => (
                <line class="grid" x1="0" x2={WIDTH} y1={HEIGHT * share} y2={HEIGHT * share} />
              ))}
              <path class="band" d={`${steps(curve, 'high')}${back(curve)}Z`} />
              <path class="curve" d={steps(curve, 'returned')} />
              {curve.map((point) => (
                <rect
                  class="slot"
                  x={x(point.day, last.day)}
                  y="0"
                  width={(WIDTH / last.day).toFixed(2)}
                  height={HEIGHT}
                >
                  <title>
                    {words.curve.point(
                      format.count(point.day),
                      format.percent(point.returned),
                      format.percentRange(point.low, point.high),
                      words.persons(point.watched, format.count(point.watched)),
                    )}
                  </title>
                </rect>
              ))}
            </svg>
            <span />
            <div class="axis-x" aria-hidden="true">
              {[0, last.day >> 1, last.day].map((day) => (
                <span>{words.curve.day(format.count(day))}</span>
              ))}
            </div>
          </div>
        </>
      )}
    </section>
  );
}

type Curve = SecondOrder['curve'];

/** The share that the top of the chart stands for: the next of 10, 20, 30, 40, 60, 80 and 100 %. */
function scaleOf(curve: Curve): number {
  const most = Math.max(...curve.map(({ high }) => high));
  return [0.1, 0.2, 0.3, 0.4, 0.6, 0.8].find((scale) => scale >= most) ?? 1;
}

function x(day: number, lastDay: number): string {
  return ((WIDTH * day) / lastDay).toFixed(2);
}

function y(share: number, curve: Curve): string {
  return (HEIGHT * (1 - share / scaleOf(curve))).toFixed(2);
}

/** Level from day to day. */
function steps(curve: Curve, of: 'returned' | 'high'): string {
  const lastDay = curve.at(-1)!.day;
  return curve
    .map((point, index) => {
      const place = `${x(point.day, lastDay)} ${y(point[of], curve)}`;
      return index === 0 ? `M${place}` : `H${x(point.day, lastDay)}V${y(point[of], curve)}`;
    })
    .join('');
}

/** The way back along the lower bound. */
function back(curve: Curve): string {
  const lastDay = curve.at(-1)!.day;
  return [...curve]
    .reverse()
    .map((point) => `V${y(point.low, curve)}H${x(point.day, lastDay)}`)
    .join('');
}
