import { inTime } from '../browser/inTime.ts';

/** A database opens in milliseconds; one that hangs does so for ever. */
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
 * Opened by hand, for a library's store neither commits at once nor opens again what was closed.
 *
 * @param usable With `false`, nothing is ever read or written.
 */
export function createStorage(name: string, usable: boolean): Storage {
  let database: Promise<IDBDatabase> | undefined;

  const open = () => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.result.createObjectStore(name);
    return answered(request);
  };

  const use = async <T>(
    action: (store: IDBObjectStore) => T | Promise<T>,
    isRetry?: boolean,
  ): Promise<T | undefined> => {
    if (!usable) return undefined;
    try {
      // Where storage is refused this throws, rather than reject.
      database ??= inTime(open(), PATIENCE_MS);
      const db = await database;
      return await action(db.transaction(name, 'readwrite').objectStore(name));
    } catch (error) {
      // A connection that the browser has closed is opened again, once:
      // https://bugs.webkit.org/show_bug.cgi?id=197050
      database = undefined;
      usable = !!error;
      return isRetry ? undefined : use(action, true);
    }
  };
  return use;
}

/** What a database answers. */
export function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = reject;
  });
}

/** Puts a value that is there to stay, even if the page is gone in the next moment. */
export function put(store: IDBObjectStore, value: unknown, key: string): void {
  store.put(value, key);
  // Else the browser waits for us to have nothing more to ask, and undoes it if we are gone by then:
  // https://developer.mozilla.org/docs/Web/API/IDBTransaction/commit
  store.transaction.commit?.();
}
