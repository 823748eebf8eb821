import { describe, expect, it } from 'vitest';
import {
  cartState,
  type FoldedJourney,
  fold,
  isRecovered,
  LIMITS,
} from '../../../packages/journey/src/index.ts';
import { parseBatch } from '../../../packages/journey/src/parse/index.ts';
import { type HistoryOptions, history, type SeedBatch } from '../history.ts';
import { PLAN } from '../plan.ts';

const HOUR_MS = 3_600_000;
const NOW = Date.UTC(2026, 10, 22, 15);
const OPTIONS: HistoryOptions = {
  seed: 1,
  days: 56,
  persons: 2000,
  now: NOW,
  origin: 'https://shop.test',
};

const batches = history(OPTIONS);
const touchpoints = batches.flatMap((batch) => batch.touchpoints);
const folded = foldAll(batches);
const journeys = folded.map(({ journey }) => journey);
const carts = journeys.flatMap(({ cart }) => cart ?? []);

describe('what a history is', () => {
  it('is the same to the byte for the same options', () => {
    expect(JSON.stringify(history(OPTIONS))).toBe(JSON.stringify(batches));
  });

  it('is another one for another seed', () => {
    const ids = new Set(touchpoints.map(({ id }) => id));
    const others = history({ ...OPTIONS, seed: 2 }).flatMap((batch) => batch.touchpoints);
    expect(others.filter(({ id }) => ids.has(id))).toEqual([]);
  });

  it('gives every touchpoint an id of its own, shaped as a UUIDv7 of its time', () => {
    expect(new Set(touchpoints.map(({ id }) => id)).size).toBe(touchpoints.length);
    const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    const timeOf = (id: string) => Number.parseInt(id.replace('-', '').slice(0, 12), 16);
    expect(touchpoints.filter(({ id, at }) => !shape.test(id) || timeOf(id) !== at)).toEqual([]);
  });

  it('numbers the touchpoints of a page load on from 1, as a tracker does', () => {
    const numbers = Map.groupBy(touchpoints, ({ id }) => id.slice(19));
    const odd = [...numbers.values()].filter((load) => {
      const counted = load.map(({ id }) => Number.parseInt(id.slice(15, 18), 16)).sort(byNumber);
      return counted.some((number, index) => number !== index + 1);
    });
    expect(numbers.size).toBeLessThan(touchpoints.length);
    expect(odd).toEqual([]);
  });

  it('begins when it should and ends before now', () => {
    const from = NOW - OPTIONS.days * 24 * HOUR_MS;
    expect(touchpoints.filter(({ at }) => at < from || at >= NOW)).toEqual([]);
  });

  it('goes on until now, with carts still open', () => {
    const lately = touchpoints.filter(({ at }) => at >= NOW - HOUR_MS);
    expect(lately.length).toBeGreaterThan(30);
    expect(carts.some((cart) => cartState(cart, NOW) === 'open')).toBe(true);
  });

  it('counts on within a visitor, in order of time', () => {
    const outOfOrder = [...Map.groupBy(batches, ({ visitor }) => visitor).values()].filter((told) =>
      told
        .flatMap((batch) => batch.touchpoints)
        .sort((a, b) => a.at - b.at || a.seq - b.seq)
        .some(({ seq }, index) => seq !== index),
    );
    expect(outOfOrder).toEqual([]);
  });

  it('notices a slow page only after the page has told what it is', () => {
    const early = batches.flatMap(({ touchpoints: told }) =>
      told.filter(({ type, url }, index) => {
        const before = told[index - 1];
        const opened = type === 'begin_checkout' && url?.endsWith('/checkout/contact');
        return opened && before && before.type !== 'page_view';
      }),
    );
    expect(early).toEqual([]);
  });

  it('says nothing that a collector would refuse or mend', () => {
    const answers = batches.map(({ userAgent, ...batch }) => {
      const text = JSON.stringify({ site: 'shop', sentAt: NOW, ...batch });
      expect(text.length).toBeLessThan(LIMITS.bodyBytes / 2);
      return parseBatch(text, { trusted: false });
    });
    const complaints = answers.flatMap((answer): unknown[] =>
      answer.ok ? [...answer.batch.rejected, ...answer.batch.adjusted] : [answer.error],
    );
    expect(complaints).toEqual([]);
  });
});

describe('what shoppers do', () => {
  it('leave about seven carts of ten', () => {
    const states = carts.map((cart) => cartState(cart, NOW));
    const left = states.filter((state) => state === 'abandoned' || state === 'lost');
    const closed = states.filter((state) => state !== 'open');
    expect(left.length / closed.length).toBeGreaterThan(0.65);
    expect(left.length / closed.length).toBeLessThan(0.74);
  });

  it('leave most before the checkout, then after shipping', () => {
    const stopsAt = (step: string) =>
      carts.filter((cart) => !cart.order && cart.emptiedAt === undefined && cart.deepest === step)
        .length;
    const counts = ['cart', 'shipping', 'payment'].map(stopsAt);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(stopsAt('checkout') + stopsAt('contact')).toBeLessThan(stopsAt('shipping'));
  });

  it('order one in eight of the carts they left, later', () => {
    const left = carts.filter(
      (cart) => isRecovered(cart) || ['abandoned', 'lost'].includes(cartState(cart, NOW)),
    );
    const share = carts.filter(isRecovered).length / left.length;
    expect(share).toBeGreaterThan(0.07);
    expect(share).toBeLessThan(0.17);
  });

  it('empty some carts, and buy some things with none', () => {
    expect(carts.some((cart) => cartState(cart, NOW) === 'emptied')).toBe(true);
    expect(carts.some(({ direct }) => direct)).toBe(true);
  });

  it('skip steps with a wallet', () => {
    const skipped = carts.filter(
      ({ order, steps }) =>
        order &&
        steps.some(({ step }) => step === 'payment') &&
        !steps.some(({ step }) => step === 'shipping'),
    );
    expect(skipped.length).toBeGreaterThan(0);
  });

  it('come back for another order', () => {
    expect(
      journeys.filter(({ returning, cart }) => returning && cart?.order).length,
    ).toBeGreaterThan(10);
  });

  it('go on with the same cart on another device', () => {
    const onTwo = folded.filter(({ journey: { cart }, touchpoints }) => {
      const inCheckout = touchpoints.filter(({ at }) => cart && at >= cart.createdAt);
      return new Set(inCheckout.map(({ visitor }) => visitor)).size > 1;
    });
    expect(onTwo.length).toBeGreaterThan(5);
    expect(onTwo.some(({ journey }) => journey.cart?.order)).toBe(true);
  });

  it('rest at night', () => {
    const perHour = (hour: number) =>
      touchpoints.filter(({ at }) => {
        const local = new Date(at + PLAN.rhythm.utcOffsetHours * HOUR_MS);
        return local.getUTCHours() === hour;
      }).length;
    expect(perHour(3) * 4).toBeLessThan(perHour(20));
  });

  it('say after the order how it was, and share what they bought', () => {
    const types = new Set(touchpoints.map(({ type }) => type));
    for (const type of ['survey', 'review', 'share', 'refund']) expect(types).toContain(type);
  });
});

function foldAll(some: readonly SeedBatch[]): FoldedJourney[] {
  const users = new Map(some.flatMap(({ visitor, user }) => (user ? [[visitor, user]] : [])));
  const persons = Map.groupBy(some, ({ visitor }) => users.get(visitor) ?? visitor);
  return [...persons.values()].flatMap((told) => {
    const stored = told.flatMap(({ visitor, touchpoints }) =>
      touchpoints.map((touchpoint) => ({ ...touchpoint, visitor, receivedAt: NOW })),
    );
    return fold(stored, { currency: 'EUR' });
  });
}

function byNumber(a: number, b: number): number {
  return a - b;
}
