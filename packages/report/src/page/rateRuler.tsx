/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Rate } from '../wilson.ts';
import type { Voice } from './voice.ts';

/** A scale from 0 to 100 % with the interval on it, the rate, and the rate before. */
export function RateRuler({
  rate,
  before,
  voice,
}: {
  rate: Rate;
  before: Rate | undefined;
  voice: Voice;
}) {
  const { text, format } = voice;
  if (rate.value === null || rate.low === null || rate.high === null) return null;
  const x = (share: number) => (share * 1000).toFixed(1);
  return (
    <svg
      class="ruler"
      viewBox="0 0 1000 40"
      preserveAspectRatio="none"
      role="img"
      aria-label={text.rate.ruler(format.percentRange(rate.low, rate.high))}
    >
      <rect class="ruler-scale" x="0" y="16" width="1000" height="8" />
      {TICKS.map((share) => (
        <line class="ruler-tick" x1={x(share)} x2={x(share)} y1="28" y2="36" />
      ))}
      <rect
        class="ruler-interval"
        x={x(rate.low)}
        y="12"
        width={x(rate.high - rate.low)}
        height="16"
      />
      {before?.value != null && (
        <line class="ruler-before" x1={x(before.value)} x2={x(before.value)} y1="6" y2="34">
          <title>{text.rate.before(format.percent(before.value))}</title>
        </line>
      )}
      <line class="ruler-rate" x1={x(rate.value)} x2={x(rate.value)} y1="4" y2="36" />
    </svg>
  );
}

const TICKS = [0, 0.25, 0.5, 0.75, 1];
