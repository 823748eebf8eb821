import { createStore, type UseStore } from 'idb-keyval';

/** An open database answers in milliseconds; one that hangs does so for ever. */
const PATIENCE_MS = 2000;

/**
 * Runs an action on what outlives the page, and is shared by all tabs of a site.
 *
 * Never rejects: a browser may refuse, lose or block its storage at any moment. Then the answer is
 * `undefined`, and the page's own memory has to do.
 */
export type Storage = <T>(
  action: (store: IDBObjectStore) => T | Promise<T>,
) => Promise<T | undefined>;

/**
 * One IndexedDB database a site.
 *
 * @param usable With `false`, nothing is ever read or written.
 */
export function createStorage(name: string, usable: boolean): Storage {
  let use: UseStore | undefined;

  return async (action) => {
    if (!usable) return undefined;
    try {
      // Where storage is refused this throws, rather than reject.
      use ??= createStore(name, 'rows');
      return await Promise.race([
        use('readwrite', action),
        new Promise<never>((_, reject) => setTimeout(reject, PATIENCE_MS)),
      ]);
    } catch (error) {
      // A connection that the browser has closed is opened again next time:
      // https://bugs.webkit.org/show_bug.cgi?id=197050
      use = undefined;
      usable = !!error;
      return undefined;
    }
  };
}

/** Puts a value that is there to stay, even if the page is gone in the next moment. */
export function put(store: IDBObjectStore, value: unknown, key: string): void {
  store.put(value, key);
  // Else the browser waits for us to have nothing more to ask, and undoes it if we are gone by then:
  // https://developer.mozilla.org/docs/Web/API/IDBTransaction/commit
  store.transaction.commit?.();
}
