import type { Touchpoint } from '@cartograph/journey';
import type { Site } from '../src/sites/site.ts';
import type { ReceivedTouchpoint } from '../src/store/store.ts';

export const HOUR = 60 * 60 * 1000;
export const NOW = Date.UTC(2026, 10, 22, 12);

export const SITE: Site = {
  id: 'shop',
  name: 'Shop',
  origins: ['https://shop.example'],
  currency: 'EUR',
  timeZone: 'UTC',
  abandonedAfterMs: HOUR,
};

/** A UUID that a reader can tell: `uuid(7)` ends in 7. */
export function uuid(n: number): string {
  return `0192f8a0-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

/** A touchpoint as a tracker sends it. */
export function sent(n: number, type: string, rest: Partial<Touchpoint> = {}): Touchpoint {
  return { id: uuid(n), type, at: NOW - HOUR, seq: n, ...rest };
}

/** A touchpoint as it is stored. */
export function stored(
  n: number,
  type: string,
  rest: Partial<ReceivedTouchpoint> = {},
): ReceivedTouchpoint {
  return { visitor: 'v1', receivedAt: NOW, ...sent(n, type), ...rest };
}

export function goods(value: number, item = 'G1', quantity = 1) {
  return { currency: 'EUR', value, items: [{ item_id: item, price: value / quantity, quantity }] };
}
