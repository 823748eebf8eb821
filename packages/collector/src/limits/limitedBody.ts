import { LIMITS } from '@cartograph/journey';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';

/**
 * Refuses a body that is longer than any may be, before it is read.
 *
 * One that says its length is no longer than it says: the server's own parser sees to that. Only of others
 * is it counted what comes, which takes a stream.
 */
export function limitedBody(maxBytes: number = LIMITS.bodyBytes): MiddlewareHandler {
  const refuse = (c: Context) => c.json({ error: `Expected at most ${maxBytes} bytes` }, 413);
  const counted = bodyLimit({ maxSize: maxBytes, onError: refuse });

  return async (c, next) => {
    const length = c.req.header('Content-Length');
    if (length === undefined || c.req.header('Transfer-Encoding')) return counted(c, next);
    return Number(length) > maxBytes ? refuse(c) : next();
  };
}
