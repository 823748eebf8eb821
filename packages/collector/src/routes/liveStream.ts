import type { Handler } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { CollectorDeps } from '../deps.ts';
import type { SiteEnv } from './siteEnv.ts';

/** A browser that hears nothing for longer thinks that the line is dead. */
const HEARTBEAT_MS = 15_000;

/** Journeys may move hundreds of times a second; a page needs to know once. */
const MIN_MOVE_MS = 1000;

/** Where nothing moves, time does: a cart becomes idle, and abandoned, by silence alone. */
const TICK_MS = 60_000;

/**
 * Tells a page that something changed, as server-sent events: `changed` when journeys moved, and once a
 * minute. Who asks for a format (`?format=json`) is after the report of that name, and passed on to it.
 */
export function liveStream({ hub, now }: Pick<CollectorDeps, 'hub' | 'now'>): Handler<SiteEnv> {
  return async (c, next) => {
    if (c.req.query('format')) return next();

    return streamSSE(c, async (stream) => {
      let wake = () => {};
      let movedAt = 0;
      let toldAt = now();
      let moved = false;
      const stop = hub.watch(c.get('site').id, () => {
        moved = true;
        wake();
      });
      stream.onAbort(() => {
        stop();
        wake();
      });

      await stream.writeSSE({ event: 'ready', data: '' });
      while (!stream.aborted) {
        const waitMs = moved ? Math.max(0, movedAt + MIN_MOVE_MS - now()) : HEARTBEAT_MS;
        await Promise.race([stream.sleep(waitMs), new Promise<void>((done) => (wake = done))]);
        if (moved && now() - movedAt >= MIN_MOVE_MS) {
          moved = false;
          movedAt = now();
          toldAt = movedAt;
          await stream.writeSSE({ event: 'changed', data: '' });
        } else if (now() - toldAt >= TICK_MS) {
          toldAt = now();
          await stream.writeSSE({ event: 'changed', data: '' });
        } else if (!moved) {
          await stream.write(': still here\n\n');
        }
      }
    });
  };
}
