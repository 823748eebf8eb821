/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { around, polar } from './polar.ts';

interface CompassRoseProps {
  radius: number;
  light: string;
  dark: string;
}

/** Eight points around the origin, each half light and half dark. */
export function CompassRose({ radius, light, dark }: CompassRoseProps) {
  const points = (angles: readonly number[], reach: number) =>
    angles.map((angle) => {
      const tip = polar(angle, reach);
      return (
        <>
          <path d={`M0 0L${tip}L${polar(angle + 22.5, radius * 0.24)}Z`} fill={dark} />
          <path d={`M0 0L${tip}L${polar(angle - 22.5, radius * 0.24)}Z`} fill={light} />
        </>
      );
    });
  return (
    <g stroke={dark} stroke-width={radius / 60} stroke-linejoin="round">
      {points([45, 135, 225, 315], radius * 0.62)}
      {points(around(4), radius)}
    </g>
  );
}
