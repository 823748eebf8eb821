import { inOneTab } from '../browser/inOneTab.ts';
import type { TrackerOptions } from '../options.ts';
import type { Queue } from '../queue/queue.ts';
import type { Row } from '../queue/row.ts';
import { type Answer, post } from './post.ts';

/**
 * Browsers share 64 KiB between all `keepalive` requests in flight and fail the one that goes over,
 * so some room is left to other scripts. https://fetch.spec.whatwg.org/#http-network-or-cache-fetch
 */
const KEEPALIVE_BYTES = 60_000;

/** Longest time a touchpoint waits to be sent along with others. */
const MAX_DELAY_MS = 500;

/**
 * A page that just left may have sent its last rows, and their answer may still be on its way to
 * the browser: until then they are left alone.
 */
const GRACE_MS = 10_000;

/** Chromium frees the bytes of a request a while after its promise resolved. */
const RELEASE_MS = 500;

/**
 * A collector that finds so many requests in a row unfit finds all of them unfit: the rows are not
 * to blame.
 */
const MAX_UNFIT = 30;

export interface Sender {
  /** Something waits: it is sent within half a second. */
  due(): void;
  /** Sends now what the page may still send while it leaves, the dearest first. */
  leave(): void;
  /** Things may be better now: tries again, unless the collector asked to be left alone. */
  again(): void;
  /** Resolves once all that waits was sent and answered, or failed this time. */
  flush(): Promise<void>;
}

/**
 * Peeks, sends, then removes what the collector has answered for.
 *
 * A page sends its own rows as they come. Rows of pages that are gone are sent by one tab at a time,
 * once the collector has taken its own. Should two send the same, the collector tells by the id.
 *
 * | status              | then                                                  |
 * | ------------------- | ----------------------------------------------------- |
 * | 200 with `rejected` | done with                                             |
 * | 400, 413            | too large, or spoilt by one row: halved until it is found, and dropped |
 * | anything else, none | kept, and not before `Retry-After`                    |
 */
export function createSender(
  key: string,
  { site, endpoint }: TrackerOptions,
  queue: Queue,
): Sender {
  const inFlight = new Map<Row, Promise<Answer>>();
  let room = KEEPALIVE_BYTES;
  let backoffMs = 0;
  let unfit = 0;
  // By `performance.now()`, which nobody sets back.
  let retryAt = 0;
  let askedMs = 0;
  let running: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const due = () => {
    if (!timer) timer = setTimeout(run, Math.max(MAX_DELAY_MS, retryAt - performance.now()));
  };

  const deliver = async (batch: readonly Row[]): Promise<unknown> => {
    const rows = batch.filter((row) => !inFlight.has(row));
    const [first] = rows;
    if (!first) return;

    // At once, for a page that leaves has no time to wait.
    const inParts = (count: number) => Promise.all([deliver(rows.splice(0, count)), deliver(rows)]);
    const half = rows.length >> 1;

    // A batch says once whose it is.
    const owner = JSON.stringify(first.me);
    const another = rows.findIndex((row) => JSON.stringify(row.me) !== owner);
    if (another > 0) return inParts(another);

    const body = JSON.stringify({
      site,
      sentAt: Date.now(),
      ...first.me,
      touchpoints: rows.map(({ me, ...touchpoint }) => touchpoint).sort((a, b) => a.seq - b.seq),
    });
    const bytes = new Blob([body]).size;
    if (bytes > room) return half ? inParts(half) : due();

    room -= bytes;
    const answer = post(endpoint, body);
    for (const row of rows) inFlight.set(row, answer);
    const [status, waitMs, rejected] = await answer;
    for (const row of rows) inFlight.delete(row);
    setTimeout(() => (room += bytes), RELEASE_MS);

    if (rejected) {
      backoffMs = unfit = retryAt = 0;
      return queue.settle(rows, rejected.length);
    }
    if ([400, 413].includes(status) && ++unfit < MAX_UNFIT) {
      return half ? inParts(half) : queue.settle(rows);
    }
    const now = performance.now();
    // One failure, however many requests it took along.
    if (now >= retryAt) backoffMs = Math.min(backoffMs * 2 || 1000, 120_000);
    askedMs = waitMs;
    retryAt = now + Math.max(waitMs, backoffMs * (1 - Math.random() / 2));
    due();
  };

  const pass = async () => {
    await deliver(queue.own());
    if (!backoffMs) {
      await inOneTab(key, async () => {
        const found = await queue.leftBehind();
        // A clock that was set back makes rows of the future: those are old, too.
        await deliver(found.filter((row) => Math.abs(Date.now() - row.at) > GRACE_MS));
        // By then their pages have had their answers, or will never have them.
        if (found[0]) setTimeout(due, GRACE_MS);
      });
    }
    running = undefined;
    if (queue.own().some((row) => !inFlight.has(row))) due();
  };

  const run = () => {
    timer = undefined;
    // It may have failed since this was planned.
    if (performance.now() < retryAt) due();
    else running ??= pass();
    return running;
  };

  const again = () => {
    if (!askedMs) retryAt = 0;
    run();
  };

  return {
    due,
    leave: () => deliver(queue.own()),
    again,
    async flush() {
      await running;
      await run();
      await Promise.all(inFlight.values());
    },
  };
}
