import { type Delivered, type DeliverOptions, deliver } from './deliver.ts';
import { type HistoryOptions, history } from './history.ts';

export interface SeedOptions
  extends Partial<Omit<HistoryOptions, 'origin'>>,
    Pick<DeliverOptions, 'url' | 'site' | 'origin' | 'onProgress'> {}

export interface Seeded extends Delivered {
  /** Browsers that sent something. */
  visitors: number;
  /** What they sent. */
  touchpoints: number;
}

/**
 * Fills a collector with the weeks behind a demo: shoppers who come, look, buy and leave as
 * `plan.ts` says. The same options tell the same history, which the collector keeps only once.
 *
 * @throws {Error} If the collector refuses a batch, or is out of reach for too long.
 */
export async function seed({
  seed = 1,
  days = 56,
  persons = 6000,
  now = Date.now(),
  ...to
}: SeedOptions): Promise<Seeded> {
  const batches = history({ seed, days, persons, now, origin: to.origin });
  const delivered = await deliver(batches, to);
  return {
    ...delivered,
    visitors: new Set(batches.map(({ visitor }) => visitor)).size,
    touchpoints: batches.reduce((sum, { touchpoints }) => sum + touchpoints.length, 0),
  };
}
