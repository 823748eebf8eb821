import type { Touchpoint } from '../../packages/journey/src/index.ts';
import { liveThrough, type ShopperDiary, type World } from './shopper.ts';

const DAY_MS = 86_400_000;

/** What one browser sends at once: a batch, but for the site and the time of sending. */
export interface SeedBatch {
  visitor: string;
  user?: string;
  /** The browser's, sent as a header. */
  userAgent: string;
  /** Where it connects from, ISO 3166-1 alpha-2: sent as a header, as a proxy would. */
  country: string;
  touchpoints: readonly Touchpoint[];
}

export interface HistoryOptions {
  /** Another seed is another history, of the same kind. A whole number. @default 1 */
  seed: number;
  /** Its length. @default 56 */
  days: number;
  /** Shoppers, whatever number of browsers they use. @default 6000 */
  persons: number;
  /** When it ends, in epoch milliseconds. @default Now */
  now: number;
  /** The shop's, for the addresses of its pages. */
  origin: string;
}

/** Everything that all shoppers did in those days, the earliest batch first. Same options, same history. */
export function history({ seed, days, persons, now, origin }: HistoryOptions): SeedBatch[] {
  const world: World = { seed, persons, origin, from: now - days * DAY_MS, until: now };
  const diaries = Array.from({ length: persons }, (_, index) => liveThrough(index, world));
  return diaries.flat().flatMap(batchesOf).sort(byStart);
}

/** Keeps a batch well under the collector's largest body. */
const MAX_TOUCHPOINTS = 100;

/** What was told before signing in goes without the user, the rest with. */
function batchesOf({ visitor, userAgent, country, entries }: ShopperDiary): SeedBatch[] {
  const anonymous = entries.filter(({ user }) => user === undefined);
  const known = entries.filter(({ user }) => user !== undefined);
  return [...chunksOf(anonymous), ...chunksOf(known)].map((chunk) => {
    const user = chunk[0]!.user;
    const touchpoints = chunk.map(({ touchpoint }) => touchpoint);
    return { visitor, ...(user && { user }), userAgent, country, touchpoints };
  });
}

function chunksOf<T>(list: readonly T[]): T[][] {
  const count = Math.ceil(list.length / MAX_TOUCHPOINTS);
  return Array.from({ length: count }, (_, index) =>
    list.slice(index * MAX_TOUCHPOINTS, (index + 1) * MAX_TOUCHPOINTS),
  );
}

/** By time; ids sort by it. */
function byStart({ touchpoints: [a] }: SeedBatch, { touchpoints: [b] }: SeedBatch): number {
  return a!.id < b!.id ? -1 : 1;
}
