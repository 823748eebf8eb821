/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { difference } from '../difference.ts';
import type { Rate } from '../wilson.ts';
import type { Voice } from './voice.ts';

/** How a figure changed against the earlier period: an arrow, how much, and from what. */
export function Change({
  now,
  before,
  shown,
  voice,
}: {
  now: number;
  before: number;
  /** The earlier figure, written out. */
  shown: string;
  voice: Voice;
}) {
  const { text, format } = voice;
  const times = before === 0 ? Number.POSITIVE_INFINITY : (now - before) / before;
  const size = times < MOST_TIMES ? format.changePercent(times) : '';
  return (
    <span class="change">
      <Arrow by={now - before} voice={voice} /> {now !== before && size}{' '}
      <span class="quiet">{text.change.from(shown)}</span>
    </span>
  );
}

/** Growth by more says nothing but that there was next to nothing before. */
const MOST_TIMES = 10;

/** How a rate changed, in points, with the interval that says whether it changed at all. */
export function RateChange({ now, before, voice }: { now: Rate; before: Rate; voice: Voice }) {
  const { text, format } = voice;
  const { value, low, high } = difference(now, before);
  if (value === null || low === null || high === null || before.value === null) return null;

  const words = low <= 0 && high >= 0 ? text.change.chance : text.change.range;
  const shown = Math.abs(value) < 0.0005 ? 0 : value;
  return (
    <span class="change">
      <Arrow by={shown} voice={voice} /> {shown !== 0 && text.change.points(format.points(shown))}{' '}
      <span class="quiet">
        {text.change.from(format.percent(before.value))} (
        {words(format.points(low), format.points(high))})
      </span>
    </span>
  );
}

function Arrow({ by, voice: { text } }: { by: number; voice: Voice }) {
  if (by === 0) return <>{text.change.same}</>;
  return (
    <>
      <span aria-hidden="true">{by > 0 ? '▲' : '▼'}</span>
      <span class="unseen">{by > 0 ? text.change.up : text.change.down}</span>
    </>
  );
}
