/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Rate } from '../wilson.ts';

/** A rate on a scale from 0 to 100 %: a tick, and the interval it may well lie in. The figures beside it say the same. */
export function IntervalBar({ rate: { value, low, high } }: { rate: Rate }) {
  if (value === null || low === null || high === null) return null;
  const x = (share: number) => (share * 1000).toFixed(1);
  return (
    <svg class="interval" viewBox="0 0 1000 16" preserveAspectRatio="none" aria-hidden="true">
      <rect class="ruler-scale" x="0" y="6" width="1000" height="4" />
      <rect class="ruler-interval" x={x(low)} y="4" width={x(high - low)} height="8" />
      <line class="ruler-rate" x1={x(value)} x2={x(value)} y1="0" y2="16" />
    </svg>
  );
}
