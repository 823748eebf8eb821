import type { Device } from '@cartograph/journey';
import { toText } from './toText.ts';

const DEVICES = new Map<string | undefined, Device>([
  ['desktop', 'desktop'],
  ['mobile', 'mobile'],
  ['phone', 'mobile'],
  ['smartphone', 'mobile'],
  ['phablet', 'mobile'],
  ['tablet', 'tablet'],
]);

/** A kind of device in anybody's words. `undefined` for consoles, television sets and the like. */
export function toDevice(value: unknown): Device | undefined {
  return DEVICES.get(toText(value)?.toLowerCase());
}
