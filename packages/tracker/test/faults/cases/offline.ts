import { expect } from 'vitest';
import { kept, pageViewStored } from '../scene.ts';
import type { Case } from './case.ts';

/** The network is gone for a while. */
export const offline: readonly Case[] = [
  {
    title: 'when the phone goes offline for a while',
    needs: ['offline'],
    async play({ visit, track, arrived, settled, browser }) {
      const tab = await visit();
      await browser.setOffline!(true);
      await track(tab, 1, 2, 3);
      await browser.setOffline!(false);
      await arrived(1, 2, 3);
      await settled(tab);
    },
  },
  {
    title: 'when nothing gets through for a while, and nobody says so',
    async play({ visit, track, arrived, settled, world }) {
      const tab = await visit();
      world.proxy.fault = 'refuse';
      await track(tab, 1, 2, 3);
      await kept(tab, 3);
      world.proxy.fault = 'pass';
      await arrived(1, 2, 3);
      await settled(tab);
    },
  },
  {
    title: 'when it goes offline, is closed, and comes back later',
    async play(scene) {
      const { visit, track, arrived, settled, world } = scene;
      const tab = await visit();
      await pageViewStored(scene);
      world.proxy.fault = 'refuse';
      await track(tab, 1, 2, 3);
      await tab.close();
      expect((await world.rows()).length).toBe(1);

      world.proxy.fault = 'pass';
      const later = await visit('/later');
      await arrived(1, 2, 3);
      await settled(later);
    },
  },
  {
    title: 'when the browser is killed, and started again',
    async play(scene) {
      const { visit, track, arrived, settled, engine, world } = scene;
      await scene.browser.close();
      const first = await engine.openOn(world.profile);
      scene.browser = first;
      world.head = scriptOf(first.script);
      const tab = await visit();
      await pageViewStored(scene);
      world.proxy.fault = 'refuse';
      await track(tab, 1, 2, 3);
      // On disk is what another connection reads.
      await kept(tab, 3);
      await first.kill();

      world.proxy.fault = 'pass';
      const second = await engine.openOn(world.profile);
      scene.browser = second;
      world.head = scriptOf(second.script);
      const later = await visit('/later');
      await arrived(1, 2, 3);
      await settled(later);
      const visitors = new Set((await world.rows()).map(({ visitor }) => visitor));
      expect(visitors.size).toBe(1);
    },
  },
];

function scriptOf(address: string | undefined): string {
  return address ? `<script src="${address}"></script>` : '';
}
