import type { ArchivePlace } from './archive.ts';
import type { Checksum } from './checksum.ts';
import type { RestoredLines } from './restoreLines.ts';

export interface RemoteOptions {
  /** `https://carts.shop.example` */
  collector: URL;
  /** With the scope `admin`. */
  token: string;
  site: string;
  /** Resolves that many milliseconds later. */
  wait?: (ms: number) => Promise<unknown>;
  signal?: AbortSignal | undefined;
}

/** Parts asked for at once: a few seconds' work, which every runtime gives to a request. */
const PARTS = 20;

const ATTEMPTS = 6;

/**
 * A site of a collector that is reached over HTTP, as one that moves in or out. What fails for the
 * moment is tried again.
 *
 * @throws {Error} Saying what the collector answered, where it refuses.
 */
export function remoteSite({ collector, token, site, wait = sleep, signal }: RemoteOptions) {
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(`api/sites/${encodeURIComponent(site)}/${path}`, withSlash(collector));
    for (let attempt = 1; ; attempt++) {
      const headers = { Authorization: `Bearer ${token}` };
      const reply = await fetch(url, { ...init, headers, ...(signal && { signal }) }).catch(
        (error: Error) => {
          signal?.throwIfAborted();
          return `${error.cause ?? error}`;
        },
      );
      if (typeof reply !== 'string' && reply.ok) return reply;
      const mayPass = typeof reply === 'string' || reply.status === 429 || reply.status >= 500;
      if (!mayPass || attempt === ATTEMPTS) {
        const told = typeof reply === 'string' ? reply : `${reply.status} ${await reply.text()}`;
        throw new Error(`${collector.origin} answered: ${told.slice(0, 300)}`);
      }
      await wait(200 * 2 ** attempt);
    }
  };

  return {
    /** The parts of an archive, as `writeArchive` gives them. A connection that breaks is made anew. */
    async *archive({
      from,
      since,
    }: {
      from?: ArchivePlace | undefined;
      /** A date, an ISO time or epoch milliseconds. */
      since?: string | undefined;
    }): AsyncGenerator<string> {
      let place = from;
      for (let idle = 0; idle < ATTEMPTS; idle++) {
        const query = new URLSearchParams({
          ...(place && { after: place.after, sha256: place.sha256 }),
          ...(since !== undefined && { since }),
          parts: `${PARTS}`,
        });
        const response = await ask(`export?${query}`);
        for await (const { text, note } of partsOf(response.body!)) {
          yield text;
          if (note.cartograph === 'end') return;
          place = { after: note.after ?? '', sha256: note.sha256 };
          idle = 0;
        }
      }
      throw new Error(`${collector.origin} breaks off again and again`);
    },

    async restore(text: string): Promise<RestoredLines> {
      const response = await ask('import', { method: 'POST', body: text });
      return (await response.json()) as RestoredLines;
    },

    checkpoints: {
      async load(key: string): Promise<string | undefined> {
        const found = (await (await ask(`import/${key}`)).json()) as { checkpoint?: string };
        return found.checkpoint;
      },
      async save(key: string, value: string): Promise<void> {
        await ask(`import/${key}`, { method: 'PUT', body: value });
      },
    },

    async checksum(asked: Readonly<Record<string, string>>): Promise<Checksum> {
      return (await (await ask(`checksum?${new URLSearchParams(asked)}`)).json()) as Checksum;
    },
  };
}

interface Sealed {
  cartograph: 'seal' | 'end';
  after?: string;
  sha256: string;
}

/** Whole parts only: what a broken connection left of one is asked for again. */
async function* partsOf(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<{ text: string; note: Sealed }> {
  const decoder = new TextDecoder();
  let lines: string[] = [];
  let rest = '';
  try {
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      const pieces = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = pieces.pop()!;
      for (const line of pieces) {
        lines.push(line);
        if (!/^\{"cartograph":"(seal|end)"/.test(line)) continue;
        yield { text: `${lines.join('\n')}\n`, note: JSON.parse(line) };
        lines = [];
      }
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
}

function withSlash(url: URL): URL {
  return new URL(url.pathname.endsWith('/') ? url.href : `${url.href}/`);
}

function sleep(ms: number): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
