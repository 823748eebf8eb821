import type { Reason, Suspicion, Verdict } from './reasons.ts';

/** A touchpoint with what was odd about it when it arrived. */
export interface Witness {
  id: string;
  type: string;
  /** Epoch milliseconds. */
  at: number;
  /** `''` when a browser sent it and nothing was odd; `null` when it came from a server or a file. */
  suspicion: Suspicion | '' | null;
}

/** Nobody does so much within {@link SPEED_WINDOW_MS}; scripts that copy a shop do. */
export const MAX_TOUCHPOINTS = 300;
const MAX_PAGE_VIEWS = 30;
const SPEED_WINDOW_MS = 10_000;

/** Shoppers who spend a day in a shop do a few hundred things. */
const MAX_A_DAY = 5000;

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Which of one visitor's touchpoints stay out of the reports, and why: by id. Pure, and a function
 * of the whole set, so it doesn't matter in what order they arrived: an order that came before its
 * page view counts as soon as the page view is there.
 *
 * What a server or a file says is not judged, and vouches for the visitor it names.
 */
export function judge(
  witnesses: readonly Witness[],
  verdict: Verdict | undefined,
): ReadonlyMap<string, Reason> {
  if (verdict === 'released') return new Map();
  if (verdict === 'held') return allOf(witnesses, 'held');

  const fromBrowsers = witnesses.filter(({ suspicion }) => suspicion !== null);
  if (fromBrowsers.length === 0) return new Map();
  if (isTooFast(fromBrowsers)) return allOf(fromBrowsers, 'speed');
  if (isFlood(countByDay(fromBrowsers))) return allOf(fromBrowsers, 'flood');
  if (fromBrowsers.length === witnesses.length && onlyOrders(witnesses)) {
    return allOf(witnesses, 'order_only');
  }
  return new Map(
    fromBrowsers.flatMap(({ id, suspicion }) => (suspicion ? [[id, suspicion] as const] : [])),
  );
}

/** How much happened on each day (UTC), by its number. */
export function countByDay(witnesses: readonly Witness[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { at } of witnesses) {
    const day = Math.floor(at / DAY_MS);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return counts;
}

export function isFlood(byDay: ReadonlyMap<number, number>): boolean {
  for (const count of byDay.values()) if (count > MAX_A_DAY) return true;
  return false;
}

function onlyOrders(witnesses: readonly Witness[]): boolean {
  const types = new Set(witnesses.map(({ type }) => type));
  types.delete('refund');
  return types.size === 1 && types.has('purchase');
}

function isTooFast(witnesses: readonly Witness[]): boolean {
  // Most visitors do less in a day.
  if (witnesses.length <= MAX_PAGE_VIEWS) return false;
  const pageViews = witnesses.filter(({ type }) => type === 'page_view');
  return isDenser(witnesses, MAX_TOUCHPOINTS) || isDenser(pageViews, MAX_PAGE_VIEWS);
}

/** Whether more than `max` happened within the window. */
function isDenser(witnesses: readonly Witness[], max: number): boolean {
  if (witnesses.length <= max) return false;
  const times = witnesses.map(({ at }) => at).sort((a, b) => a - b);
  return times.some(
    (at, index) => (times[index + max] ?? Number.POSITIVE_INFINITY) - at < SPEED_WINDOW_MS,
  );
}

function allOf(witnesses: readonly Witness[], reason: Reason): Map<string, Reason> {
  return new Map(witnesses.map(({ id }) => [id, reason]));
}
