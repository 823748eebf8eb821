import { type Store, StoreError } from './store.ts';
import { type Method, wrappedStore } from './wrapped.ts';

/**
 * A store that waits for another process to finish writing, without holding up this one: reports are
 * read and requests are taken meanwhile. What found the database busy has changed nothing, so it is
 * tried again as it was.
 *
 * @param forMs How long, in milliseconds, before it gives up with a {@link StoreError}.
 */
export function patient(store: Store, forMs = 5000): Store {
  return wrappedStore(store, withPatience(forMs));
}

/** A method that waits as `patient` does. */
export function withPatience(forMs: number): (method: Method) => Method {
  return (method) =>
    async (...args) => {
      const until = performance.now() + forMs;
      for (;;) {
        try {
          return await method(...args);
        } catch (error) {
          const isBusy = error instanceof StoreError && error.isBusy;
          if (!isBusy || performance.now() >= until) throw error;
          await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
        }
      }
    };
}

const AGAIN_AFTER_MS = 50;
