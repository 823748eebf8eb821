import { expect, vi } from 'vitest';
import { evaluate } from '../engines/engine.ts';
import { PATIENCE, pageViewStored, untilTracking } from '../scene.ts';
import type { Case } from './case.ts';

/** The shopper changes: who they are, what they allow, what their clock says. */
export const shopper: readonly Case[] = [
  {
    title: 'of two shoppers of one browser, who are kept apart however close',
    async play({ visit, counts, arrived, settled, world }) {
      const tab = await visit();
      counts(1, 2, 3);
      await evaluate(tab, () => {
        window.cartograph('identify', 'ann');
        window.cartograph('track', 'add_to_cart', { n: 1 });
        window.cartograph('reset');
        window.cartograph('track', 'add_to_cart', { n: 2 });
        window.cartograph('identify', 'bob');
        window.cartograph('track', 'add_to_cart', { n: 3 });
      });
      await arrived(1, 2, 3);
      await settled(tab);
      const carts = (await world.rows()).filter(({ type }) => type === 'add_to_cart');
      expect(carts.map(({ user }) => user)).toEqual(['ann', undefined, 'bob']);
      expect(carts[0]?.visitor).not.toBe(carts[1]?.visitor);
      expect(carts[1]?.visitor).toBe(carts[2]?.visitor);
    },
  },
  {
    title: 'of who signs in and out while a batch is on its way',
    async play({ visit, track, arrived, settled, world }) {
      const tab = await visit();
      await settled(tab);
      world.proxy.fault = { holdMs: 2000 };
      const before = world.proxy.batches.length;
      await track(tab, 1);
      await vi.waitFor(() => expect(world.proxy.batches.length).toBeGreaterThan(before), PATIENCE);
      await evaluate(tab, () => window.cartograph('identify', 'ann'));
      await track(tab, 2);
      await evaluate(tab, () => window.cartograph('reset'));
      await track(tab, 3);
      await arrived(1, 2, 3);
      world.proxy.fault = 'pass';
      await settled(tab);
      const carts = (await world.rows()).filter(({ type }) => type === 'add_to_cart');
      expect(carts.map(({ user }) => user)).toEqual([undefined, 'ann', undefined]);
      expect(carts[0]?.visitor).toBe(carts[1]?.visitor);
      expect(carts[1]?.visitor).not.toBe(carts[2]?.visitor);
    },
  },
  {
    title: 'of what was allowed, and nothing else is known or kept',
    async play(scene) {
      const { visit, track, arrived, settled, world } = scene;
      const tab = await visit();
      await pageViewStored(scene);
      const say = (decision: string) =>
        evaluate(tab, (said) => window.cartograph('consent', said), decision);
      await say('granted');
      await track(tab, 1);
      await arrived(1);

      world.proxy.fault = 'refuse';
      await say('denied');
      await evaluate(tab, () => window.cartograph('track', 'add_to_cart', { n: 2 }));
      await settled(tab);
      world.proxy.fault = 'pass';

      await say('granted');
      await track(tab, 3);
      await arrived(1, 3);
      await settled(tab);
    },
  },
  {
    title: 'where a no on one page holds on the next, until a yes',
    async play(scene) {
      const { browser, visit, track, arrived, world } = scene;
      const tab = await visit();
      await pageViewStored(scene);
      world.proxy.fault = 'refuse';
      await evaluate(tab, () => {
        window.cartograph('track', 'add_to_cart', { n: 1 });
        window.cartograph('consent', 'denied');
        window.cartograph('track', 'add_to_cart', { n: 2 });
      });
      world.proxy.fault = 'pass';
      // Of which nobody is told.
      const next = await browser.open(`${world.shop}/next`);
      await untilTracking(next, '/next');
      await evaluate(next, () => {
        window.cartograph('track', 'add_to_cart', { n: 3 });
        window.cartograph('consent', 'granted');
      });
      await track(next, 4);
      await arrived(4);
    },
  },
  {
    title: 'of who asks for privacy, and nothing is left in the browser',
    async play({ visit, track, leaveFor, arrived, world }) {
      world.head = `<script>
        Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true });
      </script>`;
      const tab = await visit();
      await track(tab, 1);
      await arrived(1);
      await leaveFor(tab, '/other', 2);
      await track(tab, 3);
      await arrived(1, 2, 3);
      const traces = await evaluate(tab, async () => ({
        databases: await indexedDB.databases(),
        cookie: document.cookie,
        stored: localStorage.length + sessionStorage.length,
        caches: await caches.keys(),
      }));
      expect(traces).toEqual({ databases: [], cookie: '', stored: 0, caches: [] });
    },
  },
  {
    title: 'in order though the clock is set back and forth',
    async play({ visit, track, arrived, settled, world }) {
      world.head = `<script>{
        const { now } = Date;
        window.offsetMs = 0;
        Date.now = () => now() + offsetMs;
      }</script>`;
      const tab = await visit();
      const set = (hours: number) =>
        evaluate(
          tab,
          (to) => {
            (window as { offsetMs?: number }).offsetMs = to * 3_600_000;
          },
          hours,
        );
      world.proxy.fault = 'refuse';
      await track(tab, 1);
      await set(-2);
      await track(tab, 2);
      await set(3);
      await track(tab, 3);
      await set(0);
      await track(tab, 4);
      world.proxy.fault = 'pass';
      await arrived(1, 2, 3, 4);
      await settled(tab);
    },
  },
];
