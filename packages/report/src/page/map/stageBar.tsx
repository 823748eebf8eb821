/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { StageReport } from '../../map/mapReport.ts';

/** The stream at one stage, to scale, where there is no room for all of it: who went on, left goods, or ended here. */
export function StageBar({ stage, most }: { stage: StageReport; most: number }) {
  const { reached, onward, opportunity } = stage;
  const width = (journeys: number) => Number(((1000 * journeys) / Math.max(1, most)).toFixed(2));
  const wentOn = width(onward?.journeys ?? 0);
  const left = width(opportunity.left?.carts ?? 0);
  return (
    <svg class="stage-bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
      <rect class="water-on" x="0" y="0" width={width(reached)} height="10" />
      <rect class="is-continued" x="0" y="0" width={wentOn} height="10" />
      <rect class="is-left" x={wentOn} y="0" width={left} height="10" />
    </svg>
  );
}
