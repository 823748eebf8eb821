import { durableObjectStore, type ObjectStorage } from '../../src/store/durableObject.ts';
import type { Store } from '../../src/store/store.ts';
import type { WebhookStore } from '../../src/webhooks/webhookStore.ts';

/** What is called, and with what. */
export interface Call {
  of: 'store' | 'webhooks' | 'refolding';
  method: string;
  args: readonly unknown[];
}

interface Env {
  STORES: {
    idFromName(name: string): unknown;
    get(id: unknown): { fetch(request: Request): Promise<Response> };
  };
}

/** A store in an object of its own, whose methods are called from outside. */
export class StoreUnderTest {
  #store: Store;

  constructor({ storage }: { storage: ObjectStorage }) {
    this.#store = durableObjectStore(storage);
  }

  async fetch(request: Request): Promise<Response> {
    const { of, method, args } = (await request.json()) as Call;
    const methods = of === 'store' ? this.#store : this.#store[of];
    try {
      const value = await answerOf(methods as never, method, args);
      return Response.json({ value });
    } catch (error) {
      const { name, message } = error as Error;
      return Response.json({ error: { name, message } });
    }
  }
}

async function answerOf(
  methods: Store & WebhookStore & Record<string, (...args: readonly unknown[]) => unknown>,
  method: string,
  args: readonly unknown[],
): Promise<unknown> {
  if (method !== 'touchpoints') return methods[method]!(...args);
  const all = [];
  for await (const touchpoint of methods.touchpoints(args[0] as string)) all.push(touchpoint);
  return all;
}

const worker = {
  fetch: (request: Request, { STORES }: Env) =>
    STORES.get(STORES.idFromName(new URL(request.url).pathname)).fetch(request),
};

// biome-ignore lint/style/noDefaultExport: where a Worker's handlers have to be
export { worker as default };
