import { expect, vi } from 'vitest';
import { evaluate } from '../engines/engine.ts';
import { PATIENCE } from '../scene.ts';
import type { Case } from './case.ts';

const KEEPALIVE_BYTES = 65_536;

/** The page goes while something is under way. */
export const leaving: readonly Case[] = [
  {
    title: 'on a good day',
    async play({ visit, track, arrived, settled, world }) {
      const tab = await visit();
      await track(tab, 1, 2, 3);
      await arrived(1, 2, 3);
      await settled(tab);
      const types = (await world.rows()).map(({ type }) => type);
      expect(types).toEqual(['page_view', ...Array(3).fill('add_to_cart')]);
    },
  },
  {
    title: 'when the page is left in the task that tracks',
    async play({ visit, leaveFor, arrived, settled }) {
      const tab = await visit();
      await leaveFor(tab, '/other', 1, 2);
      await arrived(1, 2);
      await settled(tab);
    },
  },
  {
    title: 'when the tab is closed right after',
    async play({ visit, track, arrived }) {
      const tab = await visit();
      await track(tab, 1, 2);
      await tab.close();
      await arrived(1, 2);
    },
  },
  {
    title: 'when the page is left at once on a slow network',
    async play({ visit, leaveFor, arrived, settled, world }) {
      world.proxy.lagMs = 150;
      const tab = await visit();
      await leaveFor(tab, '/other', 1, 2);
      await leaveFor(tab, '/third', 3);
      await arrived(1, 2, 3);
      await settled(tab);
    },
  },
  {
    title: 'when the tab is closed at once on a slow network',
    async play({ visit, track, arrived, world }) {
      world.proxy.lagMs = 150;
      const tab = await visit();
      await track(tab, 1, 2);
      await tab.close();
      await arrived(1, 2);
    },
  },
  {
    title: 'when more waits than a leaving page may send',
    async play({ visit, leaveFor, counts, arrived, settled, world }) {
      const tab = await visit();
      const numbers = Array.from({ length: 12 }, (_, n) => n);
      counts(...numbers);
      await evaluate(
        tab,
        (all) => {
          const items = Array.from({ length: 20 }, () => ({ item_name: 'Ω'.repeat(200) }));
          for (const n of all) window.cartograph('track', 'view_item_list', { n, items });
        },
        numbers,
      );
      await leaveFor(tab, '/other');
      await arrived(...numbers);
      await settled(tab);
      for (const { bytes } of world.proxy.batches) expect(bytes).toBeLessThan(KEEPALIVE_BYTES);
    },
  },
  {
    title: 'when the collector hangs while the page leaves',
    async play({ visit, leaveFor, arrived, settled, world }) {
      const tab = await visit();
      world.proxy.fault = 'hang';
      await leaveFor(tab, '/other', 1);
      world.proxy.fault = 'pass';
      await arrived(1);
      await settled(tab);
    },
  },
  {
    title: 'when the collector answers long after the page has gone',
    async play({ visit, leaveFor, arrived, settled, world }) {
      const tab = await visit();
      world.proxy.fault = { holdMs: 12_000 };
      await leaveFor(tab, '/other', 1);
      await vi.waitFor(() => expect(world.proxy.batches.length).toBeGreaterThan(1), PATIENCE);
      world.proxy.fault = 'pass';
      await arrived(1);
      await settled(tab);
    },
  },
];
