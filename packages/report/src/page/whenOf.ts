import type { TrendPoint } from '../trend.ts';
import type { Voice } from './voice.ts';

/** When a point begins, as short as its unit allows. */
export function whenOf({ unit, from }: TrendPoint, { format }: Voice): string {
  return unit === 'hour' ? format.time(from) : format.shortDate(from);
}
