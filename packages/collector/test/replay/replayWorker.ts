import { durableObjectStore, type ObjectStorage } from '../../src/store/durableObject.ts';
import type { Recorded } from './recording.ts';
import { type Replayed, replayedIn } from './replayed.ts';

interface Env {
  SITES: {
    idFromName(name: string): unknown;
    get(id: unknown): { fetch(request: Request): Promise<Response> };
  };
}

/** A collector in a Durable Object, which is sent many requests in one. */
export class ReplayedSite {
  #replayed: Promise<Replayed>;

  constructor({ storage }: { storage: ObjectStorage }) {
    this.#replayed = replayedIn(durableObjectStore(storage));
  }

  async fetch(request: Request): Promise<Response> {
    const { replay } = await this.#replayed;
    return Response.json(await replay((await request.json()) as Recorded[]));
  }
}

const worker = {
  fetch: (request: Request, { SITES }: Env) => SITES.get(SITES.idFromName('shop')).fetch(request),
};

// biome-ignore lint/style/noDefaultExport: where a Worker's handlers have to be
export { worker as default };
