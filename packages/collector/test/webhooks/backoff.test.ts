import { describe, expect, it } from 'vitest';
import { type Answer, afterTry, MAX_TRIES } from '../../src/webhooks/backoff.ts';
import type { Delivery } from '../../src/webhooks/webhook.ts';
import { NOW } from '../touchpoints.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const delivery = (tries = 0): Delivery => ({
  site: 'shop',
  event: 'evt_1',
  webhook: 'wh_1',
  type: 'cart.abandoned',
  state: 'waiting',
  tries,
  dueAt: NOW,
  triedAt: undefined,
  status: undefined,
  error: undefined,
});

describe(afterTry.name, () => {
  it.each([200, 202, 204, 299])('is done with an answer of %i', (status) => {
    expect(afterTry(delivery(), { status }, NOW)).toMatchObject({ state: 'delivered', tries: 1 });
  });

  it.each([0, 199, 301, 307, 400, 404, 429, 500, 503])('tries again after %i', (status) => {
    expect(afterTry(delivery(), { status }, NOW)).toMatchObject({
      state: 'waiting',
      error: `Answered ${status}`,
      dueAt: NOW + MINUTE,
    });
  });

  it('waits longer each time, from a minute to a day, and gives up after ten tries', () => {
    const waits: number[] = [];
    let tried = delivery();
    while (tried.state === 'waiting') {
      tried = afterTry(tried, { error: 'gone' }, NOW);
      if (tried.state === 'waiting') waits.push(tried.dueAt - NOW);
    }
    expect(tried).toMatchObject({ state: 'dead', tries: 10, error: 'gone' });
    expect(MAX_TRIES).toBe(10);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect([waits[0], waits.at(-1)]).toEqual([MINUTE, 24 * HOUR]);
  });

  it.each([
    ['seconds', '600', 10 * MINUTE],
    ['a date', new Date(NOW + 2 * HOUR).toUTCString(), 2 * HOUR],
    ['less than the wait that is due anyway', '5', MINUTE],
    ['a date that is over', new Date(NOW - HOUR).toUTCString(), MINUTE],
    ['nonsense', 'soon', MINUTE],
    ['a year', String(365 * 24 * 3600), 24 * HOUR],
  ])('honours Retry-After: %s', (_, retryAfter, waitMs) => {
    const answer: Answer = { status: 503, retryAfter };
    expect(afterTry(delivery(), answer, NOW).dueAt).toBe(NOW + waitMs);
  });
});
