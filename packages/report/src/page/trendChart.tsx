/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { TrendPoint } from '../trend.ts';
import { curveOf } from './curve.ts';
import { Swatch } from './swatch.tsx';
import { TrendTable } from './trendTable.tsx';
import type { Voice } from './voice.ts';
import { whenOf } from './whenOf.ts';

const WIDTH = 1000;
const RATE_HEIGHT = 200;
const CARTS_HEIGHT = 60;
const GRID = [0, 0.25, 0.5, 0.75, 1];

/** The rate over the period with its interval, and the carts it rests on below it. */
export function TrendChart({
  points,
  currency,
  voice,
}: {
  points: readonly TrendPoint[];
  currency: string;
  voice: Voice;
}) {
  const { text, format } = voice;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;

  const { unit } = first;
  const when = (point: TrendPoint) => whenOf(point, voice);
  const slot = WIDTH / points.length;
  const most = Math.max(1, ...points.map(({ created }) => created));
  const rates = points.flatMap(({ rate }) => (rate.value === null ? [] : [rate.value]));
  const { line, band } = curveOf(
    points.map(({ rate }) => rate),
    { width: WIDTH, height: RATE_HEIGHT },
  );
  const y = (carts: number) => (carts / most) * CARTS_HEIGHT;

  return (
    <section class="trend" aria-labelledby="trend-heading">
      <h2 id="trend-heading">{text.trend.heading[unit]}</h2>
      {points.length < 2 ? (
        <p class="intro">{text.trend.short}</p>
      ) : (
        <>
          <p class="intro">
            {text.trend.intro} {text.trend.recent}
          </p>
          <div class="chart">
            <p class="chart-name">{text.rate.label}</p>
            <div class="axis" aria-hidden="true">
              <span>{format.axisPercent(1)}</span>
              <span>{format.axisPercent(0.5)}</span>
              <span>{format.axisPercent(0)}</span>
            </div>
            <svg
              class="chart-rate"
              viewBox={`0 0 ${WIDTH} ${RATE_HEIGHT}`}
              preserveAspectRatio="none"
              role="img"
              aria-labelledby="rate-chart-title rate-chart-desc"
            >
              <title id="rate-chart-title">{text.trend.rateChart}</title>
              <desc id="rate-chart-desc">
                {rates.length === 0
                  ? text.rate.none
                  : text.trend.rateDescription(
                      when(first),
                      when(last),
                      format.percent(Math.min(...rates)),
                      format.percent(Math.max(...rates)),
                    )}
              </desc>
              {GRID.map((share) => (
                <line
                  class="grid"
                  x1="0"
                  x2={WIDTH}
                  y1={RATE_HEIGHT * share}
                  y2={RATE_HEIGHT * share}
                />
              ))}
              <path class="band" d={band} />
              <path class="curve" d={line} />
              {points.map((point, index) => (
                <rect class="slot" x={index * slot} y="0" width={slot} height={RATE_HEIGHT}>
                  <title>
                    {text.trend.point(
                      when(point),
                      point.rate.value === null
                        ? text.trend.none
                        : format.percent(point.rate.value),
                      format.count(point.left),
                      text.units.carts(point.created, format.count(point.created)),
                    )}
                  </title>
                </rect>
              ))}
            </svg>
            <p class="chart-name">{text.figures.created}</p>
            <div class="axis" aria-hidden="true">
              <span>{format.count(most)}</span>
              <span>0</span>
            </div>
            <svg
              class="chart-carts"
              viewBox={`0 0 ${WIDTH} ${CARTS_HEIGHT}`}
              preserveAspectRatio="none"
              role="img"
              aria-labelledby="carts-chart-title carts-chart-desc"
            >
              <title id="carts-chart-title">{text.trend.cartsChart}</title>
              <desc id="carts-chart-desc">
                {text.trend.cartsDescription(text.units.carts(most, format.count(most)))}
              </desc>
              {points.map((point, index) => {
                const settled = point.created - point.open;
                const column = { x: (index + 0.15) * slot, width: 0.7 * slot };
                return (
                  <>
                    <Column {...column} of="left" from={0} to={y(point.left)} />
                    <Column {...column} of="rest" from={y(point.left)} to={y(settled)} />
                    <Column {...column} of="open" from={y(settled)} to={y(point.created)} />
                  </>
                );
              })}
            </svg>
            <span />
            <div class="axis-x" aria-hidden="true">
              <span>{when(first)}</span>
              {points.length > 2 && <span>{when(points[points.length >> 1]!)}</span>}
              <span>{when(last)}</span>
            </div>
          </div>
          <ul class="legend">
            {(['left', 'rest', 'open'] as const).map((part) => (
              <li>
                <Swatch of={part} />
                {text.trend.legend[part]}
              </li>
            ))}
          </ul>
        </>
      )}
      <details id="trend-table">
        <summary>{text.trend.table}</summary>
        <TrendTable points={points} currency={currency} voice={voice} />
      </details>
    </section>
  );
}

/** A piece of a column, measured from the bottom. */
function Column({
  x,
  width,
  of,
  from,
  to,
}: {
  x: number;
  width: number;
  of: string;
  from: number;
  to: number;
}) {
  if (to <= from) return null;
  return (
    <rect
      class={`is-${of}`}
      x={x.toFixed(2)}
      y={(CARTS_HEIGHT - to).toFixed(2)}
      width={width.toFixed(2)}
      height={(to - from).toFixed(2)}
    />
  );
}
