/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { contour } from './contour.ts';
import { Drawing } from './drawing.tsx';
import { INK, RUST, SHADE } from './palette.ts';

/** The end of a route: a dashed line, a coast, and a cross on it. */
export function Arrival() {
  return (
    <Drawing viewBox="0 0 320 150">
      {[58, 50].map((radius) => (
        <path
          d={contour({ x: 240, y: 80, radius, seed: 1.2, stretch: 1.1 })}
          fill="none"
          stroke="#7ea6ad"
        />
      ))}
      <path
        d={contour({ x: 240, y: 80, radius: 42, seed: 1.2, stretch: 1.1 })}
        fill={SHADE}
        stroke={INK}
        stroke-width="1.5"
      />
      <path
        d="M12 118C50 60 92 128 130 96S182 44 234 76"
        fill="none"
        stroke={RUST}
        stroke-width="3"
        stroke-dasharray="9 7"
        stroke-linecap="round"
      />
      <circle cx="12" cy="118" r="6" fill={RUST} />
      <path d="M228 66l20 20M248 66l-20 20" stroke={RUST} stroke-width="5" stroke-linecap="round" />
    </Drawing>
  );
}
