import type { Delivery } from './webhook.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How long to wait after each try that failed, in milliseconds: a little over two days in all. */
const WAITS_MS = [
  MINUTE_MS,
  5 * MINUTE_MS,
  15 * MINUTE_MS,
  HOUR_MS,
  2 * HOUR_MS,
  4 * HOUR_MS,
  8 * HOUR_MS,
  16 * HOUR_MS,
  24 * HOUR_MS,
];

/** One try for each wait, and a last one after it. */
export const MAX_TRIES = WAITS_MS.length + 1;

/** A receiver may ask for patience, not for ever. */
const MAX_WAIT_MS = 24 * HOUR_MS;

/** What came of a try: an answer, or why there was none. */
export type Answer =
  | { status: number /** As the receiver sent it. */; retryAfter?: string | undefined }
  | { error: string };

/** A delivery after one more try. Any answer of 2xx is a yes; a redirect is not followed, so it is a no. */
export function afterTry(delivery: Delivery, answer: Answer, now: number): Delivery {
  const tries = delivery.tries + 1;
  const status = 'status' in answer ? answer.status : undefined;
  const tried = { ...delivery, tries, triedAt: now, status };
  if (status !== undefined && status >= 200 && status < 300) {
    return { ...tried, state: 'delivered', error: undefined };
  }

  const error = 'error' in answer ? answer.error : `Answered ${answer.status}`;
  const waitMs = WAITS_MS[tries - 1];
  if (waitMs === undefined) return { ...tried, state: 'dead', error };
  const askedMs = 'retryAfter' in answer ? retryAfterMs(answer.retryAfter, now) : 0;
  return { ...tried, error, dueAt: now + Math.max(waitMs, Math.min(askedMs, MAX_WAIT_MS)) };
}

/** Seconds, or a date: https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function retryAfterMs(value: string | undefined, now: number): number {
  if (value === undefined) return 0;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? 0 : Math.max(0, at - now);
}
