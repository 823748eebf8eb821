/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { CompassRose } from './compassRose.tsx';
import { Drawing } from './drawing.tsx';
import { CREAM, RUST } from './palette.ts';

/** The shop's own mark. Legible on light and dark ground alike. */
export function Mark() {
  return (
    <Drawing viewBox="-50 -50 100 100">
      <circle r="49" fill={RUST} />
      <circle r="42" fill="none" stroke={CREAM} stroke-width="2" stroke-dasharray="2 4.6" />
      <CompassRose radius={38} light={CREAM} dark="#5d2711" />
    </Drawing>
  );
}
