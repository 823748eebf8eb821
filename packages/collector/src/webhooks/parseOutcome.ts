import type { Outcome } from './webhook.ts';

/** Reads `{ "event": "evt_…", "outcome": "mailed", "at": 1790000000000 }`; without `at` it happened now. */
export function parseOutcome(
  body: unknown,
  now: number,
): (Outcome & { event: string }) | { error: string } {
  const { event, outcome, at = now } = Object(body) as Record<string, unknown>;
  const expected = (field: string, what: string, got: unknown) => ({
    error: `${field}: expected ${what}, got ${JSON.stringify(got)?.slice(0, 100)}`,
  });
  if (typeof event !== 'string') return expected('event', 'the id of an event', event);
  if (typeof outcome !== 'string' || !/^[a-z][a-z0-9_]{0,31}$/.test(outcome)) {
    return expected('outcome', 'a name like mailed, clicked or opted_out', outcome);
  }
  if (typeof at !== 'number' || !Number.isSafeInteger(at) || at < Y2000_MS || at > now + DAY_MS) {
    return expected('at', 'epoch milliseconds after the year 2000 and not to come', at);
  }
  return { event, outcome, at };
}

const DAY_MS = 24 * 60 * 60 * 1000;
const Y2000_MS = 946_684_800_000;
