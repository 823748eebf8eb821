import { type OpenSite, openSite } from './edge/openSite.ts';
import type { EdgeEnv, ObjectState } from './edge/platform.ts';
import { readSites } from './edge/readSites.ts';
import { siteFor } from './edge/siteFor.ts';
import { trackerFiles } from './edge/trackerFiles.ts';
import { RETRY_AFTER_SECONDS } from './routes/atTheDoor.ts';
import { trackerRoute } from './routes/tracker.ts';

/** The object of one site: its data, and the whole collector beside it. */
export class CartographSite {
  readonly #state: ObjectState;
  readonly #env: EdgeEnv;
  #opened: Promise<OpenSite> | undefined;

  constructor(state: ObjectState, env: EdgeEnv) {
    this.#state = state;
    this.#env = env;
  }

  async fetch(request: Request): Promise<Response> {
    return (await this.#open()).fetch(request);
  }

  async alarm(): Promise<void> {
    return (await this.#open()).alarm();
  }

  /** Once. What fails is tried again by the next request. */
  #open(): Promise<OpenSite> {
    this.#opened ??= openSite(this.#state, this.#env).catch((error: unknown) => {
      this.#opened = undefined;
      throw error;
    });
    return this.#opened;
  }
}

const tracker = trackerRoute(trackerFiles);

/** Answers with the tracker, and sends everything else on to the object of its site. */
const worker = {
  async fetch(request: Request, { CARTOGRAPH, CARTOGRAPH_SITES }: EdgeEnv): Promise<Response> {
    if (new URL(request.url).pathname.slice(1) in trackerFiles) return tracker.fetch(request);
    try {
      const site = await siteFor(request, readSites(CARTOGRAPH_SITES));
      return await CARTOGRAPH.get(CARTOGRAPH.idFromName(site)).fetch(request);
    } catch (error) {
      // Out of reach, overloaded, or wrongly configured: a tracker keeps what it has and comes back.
      console.error(`${error}`);
      return Response.json(
        { error: 'Out of reach; the log has the details' },
        {
          status: 503,
          headers: {
            'Retry-After': String(RETRY_AFTER_SECONDS),
            'Access-Control-Allow-Origin': '*',
            'Access-Control-Expose-Headers': 'Retry-After',
          },
        },
      );
    }
  },
};

// biome-ignore lint/style/noDefaultExport: where the platform looks for a Worker's handlers
export { worker as default };
