import { LIMITS } from '@cartograph/journey';
import { bodyLimit } from 'hono/body-limit';

/** Refuses a body that is longer than any may be, before it is read. */
export function limitedBody() {
  return bodyLimit({
    maxSize: LIMITS.bodyBytes,
    onError: (c) => c.json({ error: `Expected at most ${LIMITS.bodyBytes} bytes` }, 413),
  });
}
