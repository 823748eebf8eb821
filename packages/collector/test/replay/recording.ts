import type { Touchpoint } from '@cartograph/journey';
import { history, type SeedBatch } from '../../../../scripts/seed/history.ts';
import { createRandom, type Random } from '../../../../scripts/seed/random.ts';

/** A request as it came in, and when. */
export interface Recorded {
  /** The collector's clock, in epoch milliseconds. */
  at: number;
  path: string;
  headers: Readonly<Record<string, string>>;
  body: string;
}

export interface RecordingOptions {
  persons: number;
  days: number;
  /** When the last shopper was there, in epoch milliseconds. What came late came later. */
  now: number;
  /** Public id of the site, and an origin that it allows. */
  site: string;
  origin: string;
  /** With the scope `admin`. */
  token: string;
}

const SECOND = 1000;
const HOUR = 60 * 60 * SECOND;
const DAY = 24 * HOUR;

const BOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';

/**
 * What reached a collector of everything that simulated shoppers did: in odd batches, late, twice, out
 * of order; some say only weeks later who they are; the shop's server confirms orders, cancels and
 * refunds them; a crawler comes by, and somebody decides about a visitor or two. The same options give
 * the same recording.
 */
export function recording({ persons, days, now, ...to }: RecordingOptions): Recorded[] {
  const { origin } = to;
  const random = createRandom(7, persons);
  const batches = history({ seed: 1, days, persons, now, origin });
  const arriving = batches.flatMap((batch) => arrivalsOf(batch, random, to));
  const requests = [
    ...arriving,
    ...identities(batches, now, to),
    ...crawler(now, to),
    ...ordersOf(batches, random, to),
    ...decisions(batches, now, to),
  ].sort((a, b) => a.at - b.at);
  return atOnce(requests, random);
}

/** A request before it is known what comes at the same moment. */
interface Request extends Omit<Recorded, 'body'> {
  body: object;
}

/** Requests come in bunches, each at the moment of its last one, which is when they were sent. */
function atOnce(requests: readonly Request[], random: Random): Recorded[] {
  const recorded: Recorded[] = [];
  for (let start = 0; start < requests.length; ) {
    const bunch = requests.slice(start, start + 1 + Math.floor(random.exponential(60)));
    const { at } = bunch.at(-1)!;
    for (const { body, ...request } of bunch) {
      const sent = 'sentAt' in body ? { ...body, sentAt: at } : body;
      recorded.push({ ...request, at, body: JSON.stringify(sent) });
    }
    start += bunch.length;
  }
  return recorded;
}

type To = Pick<RecordingOptions, 'site' | 'origin' | 'token'>;

function arrivalsOf(batch: SeedBatch, random: Random, to: To): Request[] {
  const arrivals: Request[] = [];
  const { touchpoints } = batch;
  for (let start = 0; start < touchpoints.length; ) {
    const size = 1 + Math.floor(random.exponential(9));
    const some = touchpoints.slice(start, start + size);
    start += size;
    const sentAt = some.at(-1)!.at + delay(random);
    arrivals.push(sending(batch, some, { at: sentAt, to }));
    // Nobody told the browser that it had arrived.
    if (random.chance(0.06)) {
      arrivals.push(sending(batch, some, { at: sentAt + random.between(SECOND, 2 * DAY), to }));
    }
  }
  return arrivals;
}

/** Most come at once, some from a queue hours or days later. */
function delay(random: Random): number {
  if (random.chance(0.85)) return Math.floor(random.between(50, 4 * SECOND));
  return Math.floor(random.chance(0.6) ? random.between(0, 3 * HOUR) : random.between(0, 6 * DAY));
}

function sending(
  { visitor, user, userAgent }: Pick<SeedBatch, 'visitor' | 'user' | 'userAgent'>,
  touchpoints: readonly Touchpoint[],
  { at, to: { site, origin } }: { at: number; to: To },
): Request {
  return {
    at: Math.floor(at),
    path: '/v1/touchpoints',
    headers: { Origin: origin, 'User-Agent': userAgent },
    body: { site, sentAt: 0, visitor, ...(user !== undefined && { user }), touchpoints },
  };
}

/** Every ninth who never said who they are does, long after; two of them are one. */
function identities(batches: readonly SeedBatch[], now: number, to: To): Request[] {
  const named = new Set(batches.filter(({ user }) => user).map(({ visitor }) => visitor));
  const nameless = batches.filter(({ visitor }) => !named.has(visitor));
  return nameless
    .filter((_, index) => index % 9 === 0)
    .map((batch, index) => {
      const at = now + index * SECOND;
      const login = touchpoint(index, { type: 'login', at });
      return sending({ ...batch, user: `late-${index >> 1}` }, [login], { at, to });
    });
}

function crawler(now: number, to: To): Request[] {
  return Array.from({ length: 5 }, (_, index) => {
    const at = now - index * DAY;
    const url = `${to.origin}/products/${index}`;
    const seen = touchpoint(10_000 + index, { type: 'page_view', at, url });
    return sending({ visitor: `crawler-${index % 2}`, userAgent: BOT }, [seen], { at, to });
  });
}

/** The shop's server speaks of most orders, in lists. */
function ordersOf(batches: readonly SeedBatch[], random: Random, to: To): Request[] {
  const words = batches
    .flatMap(({ touchpoints }) => touchpoints)
    .filter(({ type }) => type === 'purchase')
    .flatMap(({ at, params }) => {
      const { transaction_id, value, currency } = params ?? {};
      const said = { transaction_id, value, currency, at: at + 2 * SECOND };
      if (!random.chance(0.9)) return [];
      const confirmed = { ...said, action: 'confirm' };
      if (random.chance(0.05)) return [confirmed, { ...said, action: 'cancel', at: at + 5 * HOUR }];
      if (!random.chance(0.05)) return [confirmed];
      const part = { ...said, value: Number(value) / 4, at: at + 3 * DAY };
      return [confirmed, { ...part, action: 'refund', refund_id: `r-${transaction_id}` }];
    });
  const lists: (typeof words)[] = [];
  for (let start = 0; start < words.length; start += 7) lists.push(words.slice(start, start + 7));
  return lists.map((orders) => ({
    at: Math.max(...orders.map(({ at }) => at)) + Math.floor(random.between(0, DAY)),
    path: '/v1/orders',
    headers: { Authorization: `Bearer ${to.token}` },
    body: { site: to.site, orders },
  }));
}

function decisions(batches: readonly SeedBatch[], now: number, { site, token }: To): Request[] {
  const decide = (decision: string, visitor: string) => ({
    at: now,
    path: `/api/sites/${site}/quarantine/${decision}`,
    headers: { Authorization: `Bearer ${token}` },
    body: { visitor },
  });
  return [decide('hold', batches[3]!.visitor), decide('release', 'crawler-1')];
}

function touchpoint(n: number, rest: Omit<Touchpoint, 'id' | 'seq'>): Touchpoint {
  return { id: `0192f8a0-0000-7001-8000-${n.toString(16).padStart(12, '0')}`, seq: 1, ...rest };
}
