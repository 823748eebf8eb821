/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { type Cart, type Stop, toDecimal } from '@cartograph/journey';
import type { Voice } from '../voice.ts';
import { cutTime, placeOf, type Stretch } from './cutTime.ts';
import type { TimelineVisit } from './visitsOf.ts';
import { wordsOf } from './wordsOf.ts';

/** What the cart was worth from a moment on: minor units. */
interface Level {
  at: number;
  amount: number;
}

/** The cart's value over time, with visits, stops, what went wrong and the order. */
export function CartChart({
  cart,
  history,
  visits,
  stops,
  asOf,
  voice,
}: {
  cart: Cart;
  /** The cart after each moment that spoke of it, oldest first. */
  history: readonly { at: number; cart: Cart }[];
  visits: readonly TimelineVisit[];
  stops: readonly Stop[];
  /** Epoch milliseconds. */
  asOf: number;
  voice: Voice;
}) {
  const { format } = voice;
  const words = wordsOf(voice.locale).one;
  const there = visits.filter(({ number }) => number !== undefined);
  const levels = levelsOf(history);
  const most = Math.max(0, ...levels.map(({ amount }) => amount));
  if (most === 0 || there.length === 0) return null;

  const isLeft = stops.at(-1) !== undefined && stops.at(-1)?.until === undefined;
  const stretches = cutTime(there, isLeft ? asOf : undefined);
  const isStop = ({ from }: Stretch) => stops.some(({ at }) => Math.abs(at - from) < 1000);
  const money = (amount: number) =>
    format.money({ currency: cart.currency, amount: toDecimal(amount, cart.currency) });
  const iso = (at: number) => new Date(at).toISOString();
  const x = (at: number) => percent(placeOf(at, stretches));
  const y = (at: number) => percent(1 - amountAt(at, levels) / most);
  const troubles = there
    .flatMap(({ lines }) => lines.flatMap(({ entries }) => entries))
    .filter(({ isTrouble }) => isTrouble);
  const [from, to] = [stretches[0]?.from ?? 0, stretches.at(-1)?.to ?? 0];

  return (
    <section class="cart-chart" aria-labelledby="cart-chart-heading">
      <h2 id="cart-chart-heading">{words.chart}</h2>
      <p class="intro">{words.chartIntro}</p>
      <div class="chart">
        <div class="axis" aria-hidden="true">
          <span>{money(most)}</span>
          <span>{money(0)}</span>
        </div>
        <svg class="cart-value" role="img" aria-labelledby="cart-chart-title">
          <title id="cart-chart-title">
            {words.chartLabel(money(most), format.dateTime(iso(from)), format.dateTime(iso(to)))}
          </title>
          {stretches.map((stretch) => (
            <rect
              class={
                stretch.kind === 'visit'
                  ? 'cart-visit'
                  : isStop(stretch)
                    ? 'cart-stop'
                    : 'cart-silence'
              }
              x={percent(stretch.x)}
              width={percent(stretch.width)}
              y="0"
              height="100%"
            >
              <title>{silenceOf(stretch)}</title>
            </rect>
          ))}
          <svg viewBox="0 0 1000 200" preserveAspectRatio="none" aria-hidden="true">
            <path class="cart-area" d={pathOf(levels, { most, stretches }, 'area')} />
            <path class="curve" d={pathOf(levels, { most, stretches }, 'line')} />
          </svg>
          {troubles.map(({ touchpoint: { at } }) => (
            <Cross x={x(at)} y={y(at)} label={words.trouble} />
          ))}
          {cart.order && (
            <circle class="cart-order" cx={x(cart.order.at)} cy={y(cart.order.at)} r="6">
              <title>{words.point(words.ordered, money(cart.order.amount))}</title>
            </circle>
          )}
        </svg>
        <span />
        <svg class="cart-axis" aria-hidden="true">
          {stretches.map((stretch) => (
            <text
              class={`cart-at-${stretch.kind}`}
              x={percent(stretch.x + stretch.width / 2)}
              y="1em"
              text-anchor="middle"
            >
              {stretch.kind === 'silence' && format.duration(rounded(stretch))}
            </text>
          ))}
        </svg>
        <span />
        <div class="axis-x" aria-hidden="true">
          <span>{format.dateTime(iso(from))}</span>
          <span>{format.dateTime(iso(to))}</span>
        </div>
      </div>
    </section>
  );

  function silenceOf(stretch: Stretch): string {
    return format.duration((stretch.to - stretch.from) / 1000);
  }
}

function levelsOf(history: readonly { at: number; cart: Cart }[]): Level[] {
  return history
    .filter(({ at, cart: { order } }) => !order || at <= order.at)
    .map(({ at, cart: { amount, emptiedAt } }) => ({
      at,
      amount: emptiedAt === undefined ? amount : 0,
    }));
}

function amountAt(at: number, levels: readonly Level[]): number {
  return levels.findLast((level) => level.at <= at)?.amount ?? 0;
}

/** Level until it changes: a cart has no value in between. */
function pathOf(
  levels: readonly Level[],
  { most, stretches }: { most: number; stretches: readonly Stretch[] },
  kind: 'line' | 'area',
): string {
  const x = (at: number) => (placeOf(at, stretches) * 1000).toFixed(1);
  const first = levels[0] as Level;
  const steps = levels.map(({ at, amount }, place) => {
    const y = ((1 - amount / most) * 200).toFixed(1);
    return place === 0 ? `M${x(at)} ${y}` : `H${x(at)}V${y}`;
  });
  const line = `${steps.join('')}H1000`;
  return kind === 'line' ? line : `${line}V200H${x(first.at)}Z`;
}

function Cross({ x, y, label }: { x: string; y: string; label: string }) {
  return (
    <svg class="cart-cross" x={x} y={y} aria-hidden="true">
      <title>{label}</title>
      <path d="M-4 -4L4 4M-4 4L4 -4" />
    </svg>
  );
}

/** To hours, and to days from two on: there is little room. */
function rounded({ from, to }: Stretch): number {
  const seconds = (to - from) / 1000;
  const unit = seconds >= 172_800 ? 86_400 : seconds >= 7200 ? 3600 : 60;
  return Math.round(seconds / unit) * unit;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
