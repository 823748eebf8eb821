import { Hono } from 'hono';
import { requires } from '../security/signIn.ts';
import type { Store } from '../store/store.ts';

interface ExportDeps {
  store: Store;
  now: () => number;
  /** Public id of the site. */
  site: string;
}

/** Written at a time. */
const LINES = 500;

/**
 * `GET /export`: every touchpoint of the site that counts, as a line of JSON each. It is what the
 * command `export` writes where there is a command line, for `import --preset cartograph` elsewhere.
 * Needs a token, or a session, with the scope `admin`.
 */
export function exportRoute({ site, ...deps }: ExportDeps) {
  const adminOnly = requires('admin', deps, (c) =>
    c.json({ error: 'Expected a token with the scope `admin`: Authorization: Bearer …' }, 401),
  );

  return new Hono().get('/', adminOnly, (c) => {
    c.header('Cache-Control', 'no-store');
    c.header('Content-Type', 'application/x-ndjson');
    c.header('Content-Disposition', `attachment; filename="${site}.ndjson"`);
    return c.body(linesOf(deps.store.touchpoints(site)));
  });
}

/** Reads on only as fast as somebody takes it. */
function linesOf(things: AsyncIterable<unknown>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = things[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (controller) => {
      let text = '';
      for (let lines = 0; lines < LINES; lines++) {
        const { done, value } = await iterator.next();
        if (done) {
          if (text !== '') controller.enqueue(encoder.encode(text));
          controller.close();
          return;
        }
        text += `${JSON.stringify(value)}\n`;
      }
      controller.enqueue(encoder.encode(text));
    },
    cancel: async () => void (await iterator.return?.()),
  });
}
