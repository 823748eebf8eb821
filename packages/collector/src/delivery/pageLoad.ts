/** What arrived of one page load of one visitor: how a tracker's loss is told. */
export interface PageLoad {
  /** Name and major version: `Chrome 126`. */
  browser: string;
  /** When its first and last touchpoints happened, in epoch milliseconds. */
  firstAt: number;
  lastAt: number;
  /** The highest number among its touchpoints, which a tracker counts from 1. */
  highest: number;
  /** Touchpoints that arrived. */
  delivered: number;
  /** Of them, those that arrived more than a minute after they happened. */
  late: number;
  /** Copies that arrived of touchpoints that were there already. */
  doubled: number;
}

/** One touchpoint of a page load, arriving. */
export interface PageLoadArrival {
  id: string;
  browser: string;
  at: number;
  receivedAt: number;
  /** Whether it is the first copy. */
  isNew: boolean;
}

/** A touchpoint counts as late past this, in milliseconds. Below it, it's a batch and the network. */
const LATE_MS = 60_000;

const NUMBERS = 4096;

/**
 * Which page load a touchpoint is of, and its number there (modulo 4096): a tracker writes both into
 * the random part of its UUIDv7. `undefined` for an id that no tracker made.
 */
export function placeOf(id: string): { tab: string; number: number } | undefined {
  if (id[14] !== '7') return undefined;
  return { tab: id.slice(24), number: Number.parseInt(id.slice(15, 18), 16) };
}

/** A page load after one more arrival. */
export function afterArrival(
  load: PageLoad | undefined,
  { id, browser, at, receivedAt, isNew }: PageLoadArrival,
): PageLoad {
  const before = load ?? {
    browser,
    firstAt: at,
    lastAt: at,
    highest: 0,
    delivered: 0,
    late: 0,
    doubled: 0,
  };
  if (!isNew) return { ...before, doubled: before.doubled + 1 };

  const number = unwrapped(placeOf(id)?.number ?? 0, before.highest);
  return {
    ...before,
    firstAt: Math.min(before.firstAt, at),
    lastAt: Math.max(before.lastAt, at),
    highest: Math.max(before.highest, number),
    delivered: before.delivered + 1,
    late: before.late + Number(receivedAt - at > LATE_MS),
  };
}

/** Numbers begin again after 4096: of those that are meant, the one nearest to the highest known. */
function unwrapped(number: number, highest: number): number {
  return number + NUMBERS * Math.max(0, Math.round((highest - number) / NUMBERS));
}
