import type { Formats } from '../formats.ts';

/** A friction index, in whole numbers from 10 on. */
export function frictionShown(value: number, { count }: Formats): string {
  return count(value < 10 ? Math.round(value * 10) / 10 : Math.round(value));
}
