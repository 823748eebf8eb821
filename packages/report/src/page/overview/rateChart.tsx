/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Annotation } from '../../overview/annotation.ts';
import type { WatchedRate } from '../../overview/changes.ts';
import type { ChartDay } from '../../overview/controlChart.ts';
import { curveOf } from '../curve.ts';
import type { Voice } from '../voice.ts';
import { dayName } from './dayName.ts';
import { wordsOf } from './words.ts';

const BOX = { width: 1000, height: 200 };

/**
 * A rate day by day in the band of what is normal. Lines are stretched to the page's width; dots and
 * marks, which must not be, lie in percent on top of them.
 */
export function RateChart({
  id,
  name,
  rate: { days, usual },
  since,
  failed,
  marks = [],
  voice,
}: {
  /** Of this chart among others on the page. */
  id: string;
  name: string;
  rate: WatchedRate;
  /** First day of the period. */
  since: string;
  /** Days that the recording failed on. */
  failed: ReadonlySet<string>;
  marks?: readonly Annotation[];
  voice: Voice;
}) {
  const { format, locale } = voice;
  const { changes } = wordsOf(locale);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;

  const [low, high] = scaleOf(days);
  const share = (value: number) => (value - low) / (high - low);
  const at = (place: number) => percent((place + 0.5) / days.length);
  const normal = curveOf(
    days.map(({ centre, low, high }) =>
      centre === null || low === null || high === null
        ? NOTHING
        : { value: share(centre), low: share(low), high: share(high) },
    ),
    BOX,
  );
  const { line } = curveOf(
    days.map(({ value }) => (value === null ? NOTHING : { value: share(value), low: 0, high: 0 })),
    BOX,
  );
  const before = days.filter(({ day }) => day < since).length;
  const slot = percent(1 / days.length);

  return (
    <div class="chart">
      <div class="axis" aria-hidden="true">
        {[high, (low + high) / 2, low].map((value) => (
          <span>{format.axisPercent(value)}</span>
        ))}
      </div>
      <svg class="watch" role="img" aria-labelledby={`${id}-title ${id}-desc`}>
        <title id={`${id}-title`}>{name}</title>
        <desc id={`${id}-desc`}>
          {changes.description(
            dayName(first.day, locale),
            dayName(last.day, locale),
            usual === null ? '–' : format.percent(usual),
          )}
        </desc>
        {before > 0 && (
          <rect
            class="watch-before"
            x="0"
            y="0"
            width={percent(before / days.length)}
            height="100%"
          />
        )}
        <svg
          viewBox={`0 0 ${BOX.width} ${BOX.height}`}
          preserveAspectRatio="none"
          width="100%"
          height="100%"
          aria-hidden="true"
        >
          {[0, 0.5, 1].map((height) => (
            <line
              class="grid"
              x1="0"
              x2={BOX.width}
              y1={height * BOX.height}
              y2={height * BOX.height}
            />
          ))}
          <path class="band" d={normal.band} />
          <path class="watch-usual" d={normal.line} />
          <path class="curve" d={line} />
        </svg>
        {days.map(({ day }, place) =>
          failed.has(day) ? (
            <rect
              class="watch-failed"
              x={percent(place / days.length)}
              y="0"
              width={slot}
              height="100%"
            />
          ) : null,
        )}
        {marks.map((mark, number) => {
          const place = days.findIndex(({ day }) => day === mark.day);
          if (place < 0) return null;
          return (
            <>
              <line class="watch-mark" x1={at(place)} x2={at(place)} y1="0" y2="100%" />
              <text class="watch-number" x={at(place)} y="-6" text-anchor="middle">
                {format.count(number + 1)}
              </text>
            </>
          );
        })}
        {days.map((day, place) =>
          isOutside(day) && !failed.has(day.day) && day.value !== null ? (
            <circle class="watch-outside" cx={at(place)} cy={percent(1 - share(day.value))} r="5" />
          ) : null,
        )}
        {days.map((day, place) => (
          <rect class="slot" x={percent(place / days.length)} y="0" width={slot} height="100%">
            <title>{pointOf(day, voice)}</title>
          </rect>
        ))}
      </svg>
      <span />
      <div class="axis-x" aria-hidden="true">
        <span>{dayName(first.day, locale)}</span>
        <span>{dayName(last.day, locale)}</span>
      </div>
    </div>
  );
}

export function isOutside({ outside }: ChartDay): boolean {
  return outside === 'above' || outside === 'below';
}

function pointOf({ day, value, n, low, high }: ChartDay, { text, format, locale }: Voice): string {
  const { changes } = wordsOf(locale);
  const when = dayName(day, locale);
  const rate = value === null ? changes.noCarts : format.percent(value);
  const carts = text.units.carts(n, format.count(n));
  return low === null || high === null
    ? changes.pointOnly(when, rate, carts)
    : changes.point(when, rate, carts, format.percentRange(low, high));
}

/** From and to which tenth the chart reaches: as close as all that is drawn allows. */
function scaleOf(days: readonly ChartDay[]): [low: number, high: number] {
  const values = days.flatMap(({ value, low, high }) =>
    [value, low, high].filter((each) => each !== null),
  );
  const low = Math.floor(Math.min(1, ...values) * 10 + 1e-9) / 10;
  const high = Math.ceil(Math.max(0, ...values) * 10 - 1e-9) / 10;
  return high - low >= 0.2 ? [low, high] : [Math.max(0, high - 0.2), Math.max(0.2, high)];
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(3))}%`;
}

const NOTHING = { value: null, low: null, high: null };
