// @vitest-environment happy-dom
import type { Batch } from '@cartograph/journey';
import { parseBatch } from '@cartograph/journey/parse';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { start, type Tracker } from '../src/index.ts';

/** What nobody would pass, and somebody does. In a function, so that nothing touches it before us. */
const hostile: fc.Arbitrary<() => unknown> = fc.oneof(
  fc
    .anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true })
    .map((value) => () => value),
  fc.constantFrom(...[Symbol('s'), () => 'f', ...hostileObjects()].map((value) => () => value)),
);

function hostileObjects(): object[] {
  const circle: Record<string, unknown> = { value: 1 };
  circle.items = [circle];
  const fails = () => {
    throw new Error('no');
  };
  return [
    circle,
    Object.defineProperty({}, 'value', { enumerable: true, get: fails }),
    { toJSON: fails },
    { toString: fails, valueOf: fails },
    {
      items: [
        {
          get price() {
            return fails();
          },
        },
      ],
    },
    new Proxy({}, { get: fails, ownKeys: fails, has: fails, getPrototypeOf: fails }),
    new Proxy([], { get: fails }),
    Object.freeze({ event: 'purchase', ecommerce: Object.freeze({ items: 'none' }) }),
    { event: 'purchase', ecommerce: { items: Array(1e5).fill({ price: NaN }) } },
    JSON.parse('{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}'),
  ];
}

let tracker: Tracker;
let bodies: string[];

beforeEach(() => {
  bodies = [];
  vi.spyOn(console, 'warn').mockReturnValue();
  vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
    bodies.push(body);
    const { touchpoints } = JSON.parse(body) as Batch;
    return Response.json({ accepted: touchpoints.length, duplicates: 0, rejected: [] });
  });
  tracker = start({ site: 'shop', endpoint: 'https://c.shop.example/v1/touchpoints' });
});
afterEach(() => {
  tracker.stop();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Resolves once a touchpoint of that type was sent: a page may not send everything at once. */
const sent = (type: string) =>
  expect.poll(() => bodies.flatMap(typesIn), { timeout: 20_000 }).toContain(type);

const typesIn = (body: string) =>
  (JSON.parse(body) as Batch).touchpoints.map((touchpoint) => touchpoint.type);

it('throws nothing into the page, whatever it is given', async () => {
  const calls = Object.keys(tracker).filter((name) => !['stop', 'flush', 'consent'].includes(name));
  await fc.assert(
    fc.property(fc.constantFrom(...calls), fc.array(hostile, { maxLength: 3 }), (name, args) => {
      (tracker[name as keyof Tracker] as (...all: unknown[]) => unknown)(
        ...args.map((get) => get()),
      );
    }),
    { numRuns: 2000 },
  );
  tracker.track('survives');
  await sent('survives');
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

it('throws nothing into whoever pushes to the data layer, and hears what comes after', async () => {
  const { dataLayer } = window as unknown as { dataLayer: unknown[] };
  fc.assert(
    fc.property(hostile, (entry) => {
      dataLayer.push(entry());
    }),
    { numRuns: 1000 },
  );
  dataLayer.push({ event: 'begin_checkout', ecommerce: { value: 5 } });
  await sent('begin_checkout');
});

it('sends nothing that costs its neighbours', async () => {
  fc.assert(
    fc.property(fc.string(), hostile, (type, params) => {
      tracker.track(type, params() as never);
    }),
    { numRuns: 500 },
  );
  tracker.track('survives');
  await sent('survives');
  for (const body of bodies) expect(parseBatch(body, { trusted: false }).ok).toBe(true);
});
