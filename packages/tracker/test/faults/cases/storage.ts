import { evaluate } from '../engines/engine.ts';
import type { Case } from './case.ts';

/** The browser's storage is refused, full, or gone. The page's own memory has to do. */
export const storage: readonly Case[] = [
  without('when storage is refused', () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Refused', 'SecurityError');
    };
  }),
  without('when a database can’t be opened', () => {
    const { open } = IDBFactory.prototype;
    // As Firefox has it in a private window of old: the request fails later.
    IDBFactory.prototype.open = function (name) {
      open.call(this, `${name}-other`, 2);
      return open.call(this, `${name}-other`, 1);
    };
  }),
  without('when a database never opens', () => {
    const never = () => ({}) as IDBOpenDBRequest;
    IDBFactory.prototype.open = never;
  }),
  without('when nothing can be written', () => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('Full', 'QuotaExceededError');
    };
  }),
  without('when what was written is undone, for the disk is full', () => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...args) {
      const request = put.apply(this, args);
      this.transaction.abort();
      return request;
    };
  }),
  {
    title: 'when the database is deleted under the page',
    async play({ visit, track, arrived, settled, world }) {
      const tab = await visit();
      await settled(tab);
      world.proxy.fault = 'refuse';
      await track(tab, 1, 2);
      await evaluate(tab, () => void indexedDB.deleteDatabase('cartograph:shop'));
      await track(tab, 3);
      world.proxy.fault = 'pass';
      await arrived(1, 2, 3);
      await track(tab, 4);
      await arrived(1, 2, 3, 4);
    },
  },
  {
    title: 'when the browser’s storage is cleared within the visit',
    async play({ visit, track, leaveFor, arrived, settled, world }) {
      world.files['/clear'] = {
        type: 'text/plain',
        text: '',
        headers: { 'Clear-Site-Data': '"storage"' },
      };
      const tab = await visit();
      await settled(tab);
      world.proxy.fault = 'refuse';
      await track(tab, 1, 2);
      await evaluate(tab, () => fetch('/clear').then(({ ok }) => ok));
      await track(tab, 3);
      world.proxy.fault = 'pass';
      await arrived(1, 2, 3);
      await leaveFor(tab, '/other', 4);
      await arrived(1, 2, 3, 4);
      await settled(tab);
    },
  },
];

/** Stored while the page is there, and when it is just being left. */
function without(title: string, spoil: () => void): Case {
  return {
    title,
    async play({ visit, track, leaveFor, arrived, world }) {
      world.head = `<script>(${spoil})()</script>`;
      const tab = await visit();
      await track(tab, 1, 2);
      await arrived(1, 2);
      await leaveFor(tab, '/other', 3);
      await arrived(1, 2, 3);
      await track(tab, 4);
      await arrived(1, 2, 3, 4);
    },
  };
}
