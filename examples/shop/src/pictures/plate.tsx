/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import type { Child } from 'hono/jsx';
import { Drawing } from './drawing.tsx';

interface PlateProps {
  /** Colour of the ground. */
  ground: string;
  children?: Child;
}

const LINES = [50, 100, 150, 200, 250, 300, 350];

/** What every product picture stands on: a coloured ground with a faint graticule. */
export function Plate({ ground, children }: PlateProps) {
  return (
    <Drawing viewBox="0 0 400 400">
      <rect width="400" height="400" fill={ground} />
      <path
        d={LINES.map((at) => `M${at} 0V400M0 ${at}H400`).join('')}
        stroke="#fff"
        stroke-opacity=".22"
      />
      {children}
    </Drawing>
  );
}
