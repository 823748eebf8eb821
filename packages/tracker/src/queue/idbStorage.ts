import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';
import { within } from '../browser/within.ts';
import type { Me } from '../identity.ts';
import type { Storage } from './storage.ts';

/** An open database answers in milliseconds; one that hangs does so for ever. */
const PATIENCE_MS = 2000;

const ME = 'me';

/** Keys of rows are UUIDs, all below this. */
const ROWS_END = 'g';

type Action<T> = (store: IDBObjectStore) => T | PromiseLike<T>;

/** One IndexedDB database a site: a row for each touchpoint, and one that says who this browser is. */
export function idbStorage(name: string): Storage {
  let use: UseStore | undefined;
  let hung = false;

  const run = async <T>(mode: IDBTransactionMode, action: Action<T>): Promise<T | undefined> => {
    // Twice, since a connection that the browser has closed fails once and isn't reopened:
    // https://bugs.webkit.org/show_bug.cgi?id=197050
    for (let attempt = 0; attempt < 2 && !hung; attempt++) {
      try {
        // Where storage is refused this throws, rather than reject.
        use ??= createStore(name, 'rows');
        return await within(PATIENCE_MS, use(mode, action));
      } catch (error) {
        use = undefined;
        hung = (error as Error)?.name === 'TimeoutError';
      }
    }
    return undefined;
  };

  const write = (change: (store: IDBObjectStore) => void): Promise<boolean> =>
    run('readwrite', (store) => {
      change(store);
      return promisifyRequest(store.transaction).then(() => true);
    }).then(Boolean);

  return {
    rows: () =>
      run('readonly', (store) => promisifyRequest(store.getAll(IDBKeyRange.upperBound(ROWS_END)))),
    put: (rows) =>
      write((store) => {
        for (const row of rows) store.put(row, row.touchpoint.id);
      }),
    remove: (ids) =>
      write((store) => {
        for (const id of ids) store.delete(id);
      }),
    clear: () => write((store) => store.delete(IDBKeyRange.upperBound(ROWS_END))),
    recall: (fresh) =>
      run(fresh ? 'readwrite' : 'readonly', async (store) => {
        const known: Me | undefined = await promisifyRequest(store.get(ME));
        if (!known && fresh) store.put(fresh, ME);
        return known ?? fresh;
      }),
    save: (me) => write((store) => store.put(me, ME)),
  };
}
