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
