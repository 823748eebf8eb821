/** A point on a circle, in degrees clockwise from the top, as "x y" with one decimal. */
export function polar(degrees: number, radius: number): string {
  const angle = (degrees * Math.PI) / 180;
  return `${(radius * Math.sin(angle)).toFixed(1)} ${(-radius * Math.cos(angle)).toFixed(1)}`;
}

/** `count` angles around the circle, in degrees. */
export function around(count: number): number[] {
  return Array.from({ length: count }, (_, i) => (i * 360) / count);
}
