/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { AbandonmentAnswer } from '../../abandonmentAnswer.ts';
import { type ComingBackPoint, FINAL_SHARE } from '../../survival/comingBack.ts';
import { ScrollBox } from '../scrollBox.tsx';
import type { Voice } from '../voice.ts';
import { wordsOf } from './wordsOf.ts';

const [FIRST, LAST] = [600, 30 * 86_400];

/** Of the time axis, in seconds. */
const TICKS = [FIRST, 3600, 6 * 3600, 86_400, 3 * 86_400, 7 * 86_400, LAST];

/** Those that a narrow page has no room for. */
const ROOMY: ReadonlySet<number> = new Set([3 * 86_400, 7 * 86_400]);

const GRID = [0, 0.25, 0.5, 0.75, 1];

/** Who still comes back, by how long they have been silent, and what that says about the site's setting. */
export function ComingBackChart({ report, voice }: { report: AbandonmentAnswer; voice: Voice }) {
  const { text, format } = voice;
  const words = wordsOf(voice.locale).back;
  const { comingBack, abandonedAfterMinutes, carts } = report;
  const { points, now, fitting, horizonSeconds } = comingBack;
  const silence = format.duration(abandonedAfterMinutes * 60, 'long');
  if (points.length < 2) {
    return (
      <section aria-labelledby="back-heading">
        <h2 id="back-heading">{words.heading}</h2>
        <p class="intro">{words.thin}</p>
      </section>
    );
  }
  return (
    <section class="back" aria-labelledby="back-heading">
      <h2 id="back-heading">{words.heading}</h2>
      <p class="intro">{words.intro(format.duration(wholeDays(horizonSeconds), 'long'))}</p>
      <p class="back-says">
        {now && <>{words.setting(...shareOf(now, voice), silence)} </>}
        {conclusion()}
      </p>
      <Curve report={report} voice={voice} />
      {comingBack.carts < carts.created && (
        <p class="quiet">
          {words.of(
            text.units.carts(comingBack.carts, format.count(comingBack.carts)),
            text.units.carts(carts.created, format.count(carts.created)),
          )}
        </p>
      )}
      <details id="back-table">
        <summary>{words.table}</summary>
        <p class="intro">{words.how}</p>
        <ScrollBox label={words.table}>
          <table class="data">
            <caption>{words.unit}</caption>
            <thead>
              <tr>
                {Object.values(words.columns).map((name) => (
                  <th scope="col">{name}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {points.map((point) => (
                <tr>
                  <th scope="row">{format.duration(point.afterSeconds)}</th>
                  {shareOf(point, voice).map((shown) => (
                    <td>{shown}</td>
                  ))}
                  <td>{format.count(point.share.n)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      </details>
    </section>
  );

  function conclusion(): string {
    const share = format.axisPercent(FINAL_SHARE);
    if (!fitting) return words.never(share, format.duration(wholeDays(horizonSeconds), 'long'));
    if (fitting.afterSeconds <= abandonedAfterMinutes * 60) return words.fits(share);
    return words.later(share, format.duration(fitting.afterSeconds, 'long'), silence);
  }
}

function Curve({ report, voice }: { report: AbandonmentAnswer; voice: Voice }) {
  const { format } = voice;
  const words = wordsOf(voice.locale).back;
  const { points, now, fitting } = report.comingBack;
  const silence = format.duration(report.abandonedAfterMinutes * 60);
  const spots = points.map((point) => [xOf(point.afterSeconds) * 1000, point.share] as const);
  const y = (share: number | null) => ((1 - (share ?? 0)) * 200).toFixed(1);
  const path = (places: readonly (readonly [number, number | null])[]) =>
    places.map(([x, share]) => `${x.toFixed(1)} ${y(share)}`).join('L');
  const band = [
    ...spots.map(([x, { high }]) => [x, high] as const),
    ...spots.map(([x, { low }]) => [x, low] as const).reverse(),
  ];
  return (
    <div class="chart">
      <div class="axis" aria-hidden="true">
        <span>{format.axisPercent(1)}</span>
        <span>{format.axisPercent(0.5)}</span>
        <span>{format.axisPercent(0)}</span>
      </div>
      <svg class="back-chart" role="img" aria-labelledby="back-chart-title">
        <title id="back-chart-title">{words.chart}</title>
        <svg viewBox="0 0 1000 200" preserveAspectRatio="none" aria-hidden="true">
          {GRID.map((share) => (
            <line class="grid" x1="0" x2="1000" y1={y(share)} y2={y(share)} />
          ))}
          <path class="band" d={`M${path(band)}Z`} />
          <path class="curve" d={`M${path(spots.map(([x, { value }]) => [x, value] as const))}`} />
        </svg>
        {now && (
          <Flag seconds={now.afterSeconds} label={words.now(silence)} line="1.1em" of="back-now" />
        )}
        {fitting && (
          <Flag
            seconds={fitting.afterSeconds}
            label={words.fitting(format.duration(fitting.afterSeconds))}
            line="2.6em"
            of="back-fitting"
          />
        )}
        {points.map((point) => (
          <circle
            class="back-point"
            cx={percent(xOf(point.afterSeconds))}
            cy={percent(1 - (point.share.value ?? 0))}
            r="3.5"
          >
            <title>
              {words.point(
                format.duration(point.afterSeconds),
                ...shareOf(point, voice),
                format.count(point.share.n),
              )}
            </title>
          </circle>
        ))}
      </svg>
      <span />
      <svg class="back-axis" aria-hidden="true">
        {TICKS.map((seconds) => (
          <text
            class={ROOMY.has(seconds) ? 'back-roomy' : undefined}
            x={percent(xOf(seconds))}
            y="1em"
            text-anchor={seconds === FIRST ? 'start' : seconds === LAST ? 'end' : 'middle'}
          >
            {format.duration(seconds)}
          </text>
        ))}
      </svg>
      <p class="chart-name back-axis-name">{words.axis}</p>
    </div>
  );
}

/** A line at a moment of the axis, with what it stands for. */
function Flag({
  seconds,
  label,
  line,
  of,
}: {
  seconds: number;
  label: string;
  line: string;
  of: string;
}) {
  const x = xOf(seconds);
  if (x < 0 || x > 1) return null;
  return (
    <g class={of}>
      <line x1={percent(x)} x2={percent(x)} y1="0" y2="100%" />
      <text x={percent(x)} y={line} dx={x > 0.55 ? -6 : 6} text-anchor={x > 0.55 ? 'end' : 'start'}>
        {label}
      </text>
    </g>
  );
}

function shareOf({ share: { value, low, high } }: ComingBackPoint, { format }: Voice) {
  return [format.percent(value ?? 0), format.percentRange(low ?? 0, high ?? 1)] as const;
}

/** Place on the axis, from 0 to 1: it is logarithmic. */
function xOf(seconds: number): number {
  return Math.log(seconds / FIRST) / Math.log(LAST / FIRST);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}

/** A horizon to the minute helps nobody. */
function wholeDays(seconds: number): number {
  return seconds < 86_400 ? seconds : Math.floor(seconds / 86_400) * 86_400;
}
