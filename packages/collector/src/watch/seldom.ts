import type { Log } from './log.ts';

const EVERY_MS = 60_000;
/** Messages that are told apart. More are trouble of another kind, and each is told. */
const MAX_KNOWN = 100;

/**
 * Passes on what is said again and again the first time, and then once a minute at most, with how often
 * it was said since: on a full disk every request says the same.
 *
 * @param now Epoch milliseconds.
 */
export function seldom(log: Log, { now }: { now: () => number }): Log {
  const known = new Map<string, { toldAt: number; since: number }>();

  return (message, about = {}) => {
    const at = now();
    const last = known.get(message);
    if (last && at - last.toldAt < EVERY_MS) {
      last.since++;
      return;
    }
    if (!last && known.size >= MAX_KNOWN) known.clear();
    known.set(message, { toldAt: at, since: 0 });
    const times = last &&
      last.since > 0 && { timesSince: last.since, secondsSince: secondsOf(at - last.toldAt) };
    log(message, { ...about, ...times });
  };
}

function secondsOf(ms: number): number {
  return Math.round(ms / 1000);
}
