import { abandonedCarts, delivery, trend } from '@cartograph/report';
import { SETTLED_AFTER_MS } from '../delivery/settledAfter.ts';
import { orderDifferences } from '../reading/orderDifferences.ts';
import { ask } from '../reports/ask.ts';
import { reports } from '../reports/index.ts';
import type { Asking } from '../reports/report.ts';
import { sha256 } from '../security/sha256.ts';
import type { Site } from '../sites/site.ts';
import type { Store } from '../store/store.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Digests of what a store answers. Two that know the same of a site have the same. */
export interface Checksum {
  /** ISO 8601. */
  asOf: string;
  /** SHA-256 in hex, by report; `each journey` is of every journey there is. */
  digests: Readonly<Record<string, string>>;
  /** SHA-256 of them all. */
  total: string;
}

/**
 * Asks every report and sums up what it says. The board of this moment (`live`) is left out.
 *
 * @param asOf Epoch milliseconds. What came later is as if it had not been yet.
 * @param asked Anything else, as an address asks: `period`, `orders`, a segment…
 * @throws {RangeError} If it can't be read.
 */
export async function checksum(
  store: Store,
  site: Site,
  { asOf, asked = {} }: { asOf: number; asked?: Readonly<Record<string, string>> },
): Promise<Checksum> {
  const asking = await ask(
    { period: 'all', ...asked, asOf: `${asOf}` },
    { site, store, now: asOf },
  );
  const { question } = asking;
  const settledBefore = question.asOf - SETTLED_AFTER_MS;

  const found: Record<string, () => Promise<unknown>> = {
    ...Object.fromEntries(
      reports()
        .filter(({ name }) => name !== 'live')
        .map((report) => [report.name, () => report.read(asking)]),
    ),
    trend: async () => trend(await asking.facts('carts'), question),
    carts: async () => abandonedCarts(await asking.facts('carts'), question),
    'orders/differences': () => orderDifferences(store, site, question),
    delivery: async () =>
      delivery(await store.deliveries(site.id, { ...question, settledBefore }), question),
  };
  const digests: Record<string, string> = {};
  for (const [name, read] of Object.entries(found)) {
    digests[name] = await sha256(JSON.stringify(await read()));
  }
  digests['each journey'] = await eachJourney(asking);
  const total = await sha256(JSON.stringify(Object.values(digests)));
  return { asOf: new Date(question.asOf).toISOString(), digests, total };
}

/** A day at a time, so that they need not all be in memory. */
async function eachJourney({ facts, question: { from, to } }: Asking): Promise<string> {
  let sum = '';
  for (let day = from; day < to; day += DAY_MS) {
    const journeys = await facts('trails', { from: day, to: Math.min(to, day + DAY_MS) });
    const texts = journeys.map((journey) => JSON.stringify(journey)).sort();
    if (texts.length > 0) sum = await sha256(`${sum}${texts.join('\n')}`);
  }
  return sum;
}
