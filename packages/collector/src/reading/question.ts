import { parseInstant, type Question, readPeriod, type SelectedPeriod } from '@cartograph/report';
import type { Site } from '../sites/site.ts';
import type { Store } from '../store/store.ts';
import { ORDER_BASES, type OrderBasis } from './facts.ts';

/** What an address asks for, before it is understood. */
export interface Asked {
  from?: string | undefined;
  to?: string | undefined;
  /** `today`, `all`, or a number of days: `30d`. */
  period?: string | undefined;
  asOf?: string | undefined;
  /** Which orders count: one of {@link ORDER_BASES}. The site's own choice when left out. */
  orders?: string | undefined;
}

/**
 * What a request asks, in the site's time zone: the last 30 days as of now, unless it says otherwise.
 *
 * @throws {RangeError} Naming what was expected, if it can't be read.
 */
export async function readQuestion(
  asked: Asked,
  { site, store, now }: { site: Site; store: Pick<Store, 'firstCartAt'>; now: number },
): Promise<{ question: Question; period: SelectedPeriod; orders: OrderBasis }> {
  const { timeZone, abandonedAfterMs, currency } = site;
  const firstAt = asked.period === 'all' ? await store.firstCartAt(site.id) : undefined;
  const period = readPeriod(asked, { now, timeZone, firstAt });
  const asOf = asked.asOf ? parseInstant(asked.asOf, timeZone) : now;
  const { from, to } = period;
  const orders = readBasis(asked.orders || site.orders || 'claimed');
  return { period, orders, question: { from, to, asOf, abandonedAfterMs, currency, timeZone } };
}

function readBasis(asked: string): OrderBasis {
  const basis = ORDER_BASES.find((each) => each === asked);
  if (basis) return basis;
  throw new RangeError(
    `Expected \`orders\` to be ${ORDER_BASES.join(' or ')}, got ${JSON.stringify(asked)}`,
  );
}
