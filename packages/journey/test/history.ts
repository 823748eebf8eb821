import fc from 'fast-check';
import type { StoredTouchpoint } from '../src/touchpoint.ts';
import { nothing } from './history/goods.ts';
import { mostly } from './history/mostly.ts';
import type { Move } from './history/moves.ts';
import { muddle, story } from './history/stories.ts';
import type { OracleOptions } from './oracle.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Everything known of one person, and how the site wants it read. */
export interface History {
  touchpoints: StoredTouchpoint[];
  options: OracleOptions;
}

/** A move, how long after the one before, and where. */
interface Told extends Move {
  gapMs: number;
  visitor: string;
  looks: Pick<StoredTouchpoint, 'url' | 'referrer' | 'channel' | 'device' | 'country'>;
  seq: number | undefined;
  idPrefix: string;
}

/** Exactly at a limit, a millisecond before it and one after. */
const around = (limitMs: number) => fc.constantFrom(limitMs - 1, limitMs, limitMs + 1);

const shortGap = mostly(
  fc.integer({ min: 1, max: 10 * MINUTE }),
  [4, fc.constant(0)],
  [4, fc.constant(20 * MINUTE)],
  [1, around(30 * MINUTE)],
);

const longGap = fc.oneof(
  { weight: 8, arbitrary: shortGap },
  { weight: 4, arbitrary: around(30 * MINUTE) },
  { weight: 3, arbitrary: around(HOUR) },
  { weight: 3, arbitrary: fc.integer({ min: 10 * MINUTE, max: 5 * HOUR }) },
  { weight: 2, arbitrary: fc.integer({ min: DAY, max: 20 * DAY }) },
  { weight: 2, arbitrary: around(30 * DAY) },
  { weight: 1, arbitrary: fc.integer({ min: 20 * DAY, max: 90 * DAY }) },
);

const looks = mostly<Told['looks']>(
  fc.constant({}),
  [
    4,
    fc.constant({
      url: 'https://shop.example/',
      referrer: 'https://www.google.com/',
      device: 'mobile',
      country: 'DE',
    }),
  ],
  [2, fc.constant({ url: 'https://shop.example/cart', device: 'desktop' })],
  [2, fc.constant({ url: 'https://shop.example/', referrer: 'https://news.example/' })],
  [2, fc.constant({ url: 'https://shop.example/p', referrer: 'https://shop.example/cart' })],
  [2, fc.constant({ url: 'https://shop.example/thanks', referrer: 'https://www.paypal.com/' })],
  [2, fc.constant({ channel: 'email' })],
  [1, fc.constant({ channel: 'store' })],
);

const placed = (gapMs: fc.Arbitrary<number>) =>
  fc.record({
    gapMs,
    visitor: mostly(fc.constant('v1'), [4, fc.constant('v2')], [2, fc.constant('v0')]),
    looks,
    // Servers don't count, so theirs tie.
    seq: mostly<number | undefined>(nothing, [3, fc.constant(0)]),
    idPrefix: fc.constantFrom('a', 'b', 'c'),
  });

const placedStory = (moves: readonly Move[]): fc.Arbitrary<Told[]> =>
  fc.tuple(
    ...moves.map((told, i) =>
      placed(i === 0 ? longGap : shortGap).map((where) => ({ ...told, ...where })),
    ),
  );

const options: fc.Arbitrary<OracleOptions> = mostly<OracleOptions>(
  fc.constant({ foreignOrders: new Set(['FOREIGN']) }),
  [3, fc.constant({})],
  [3, fc.constant({ abandonedAfterMs: 30 * MINUTE, currency: 'EUR' })],
  [
    2,
    fc.constant({ abandonedAfterMs: 5 * MINUTE, currency: 'KRW', foreignOrders: new Set(['T2']) }),
  ],
  [2, fc.constant({ abandonedAfterMs: 3 * DAY })],
);

/** What one person did over some months on several devices, oldest first, and a site's settings. */
export const history = historyOf(
  fc.array(story.chain(placedStory), { minLength: 1, maxLength: 14 }),
);

/** One cart with a bit of everything, in and out: the combinations that are rare elsewhere. */
export const muddledCart = historyOf(muddle.chain(placedStory).map((told) => [told]));

function historyOf(stories: fc.Arbitrary<Told[][]>): fc.Arbitrary<History> {
  return fc
    .record({ stories, options })
    .map(({ stories, options }) => ({ touchpoints: timed(stories.flat()), options }));
}

function timed(told: readonly Told[]): StoredTouchpoint[] {
  let at = Date.UTC(2025, 0, 1);
  return told.map(({ gapMs, looks, seq, idPrefix, ...rest }, index) => {
    at += gapMs;
    const id = `${idPrefix}${index}`;
    return { ...rest, ...looks, id, at, seq: seq ?? index, receivedAt: at };
  });
}
