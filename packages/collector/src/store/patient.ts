import { type Store, StoreError } from './store.ts';

/**
 * A store that waits for another process to finish writing, without holding up this one: reports are
 * read and requests are taken meanwhile. What found the database busy has changed nothing, so it is
 * tried again as it was.
 *
 * @param forMs How long, in milliseconds, before it gives up with a {@link StoreError}.
 */
export function patient(store: Store, forMs = 5000): Store {
  return {
    ...eachPatient(store, forMs),
    ...(store.refolding && { refolding: eachPatient(store.refolding, forMs) }),
    ...(store.webhooks && { webhooks: eachPatient(store.webhooks, forMs) }),
    // A stream only reads, and readers never find the database busy.
    touchpoints: store.touchpoints,
  };
}

/** Each method of a store, or of anything like it, waiting as `patient` does. */
export function eachPatient<Methods extends object>(methods: Methods, forMs: number): Methods {
  const entries = Object.entries(methods).map(([name, method]) => [
    name,
    typeof method === 'function' ? withPatience(method, forMs) : method,
  ]);
  return Object.fromEntries(entries);
}

function withPatience(work: (...args: unknown[]) => unknown, forMs: number) {
  return async (...args: unknown[]) => {
    const until = performance.now() + forMs;
    for (;;) {
      try {
        return await work(...args);
      } catch (error) {
        const isBusy = error instanceof StoreError && error.isBusy;
        if (!isBusy || performance.now() >= until) throw error;
        await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
      }
    }
  };
}

const AGAIN_AFTER_MS = 50;
