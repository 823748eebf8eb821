import { expect } from 'vitest';
import { kept, type Scene } from '../scene.ts';
import type { Case } from './case.ts';

/** Several tabs have one queue. */
export const tabs: readonly Case[] = [
  { title: 'from two tabs at once', play: (scene) => atOnce(scene, 2) },
  { title: 'from five tabs at once', play: (scene) => atOnce(scene, 5) },
  {
    title: 'when five tabs come back to what was left behind, and few send it twice',
    async play({ visit, track, arrived, settled, tally, world }) {
      const numbers = Array.from({ length: 10 }, (_, n) => n);
      const tab = await visit();
      await settled(tab);
      world.proxy.fault = 'refuse';
      await track(tab, ...numbers);
      await kept(tab, numbers.length);
      await tab.close();

      world.proxy.fault = 'pass';
      const back = await Promise.all([1, 2, 3, 4, 5].map((n) => visit(`/${n}`)));
      await arrived(...numbers);
      for (const each of back) await settled(each);
      expect((await tally()).sentAgain).toBeLessThanOrEqual(numbers.length);
    },
  },
];

async function atOnce({ visit, track, arrived, settled, world }: Scene, count: number) {
  const open = [];
  for (let n = 0; n < count; n++) open.push(await visit(`/${n}`));
  world.proxy.fault = 'refuse';
  for (const [n, tab] of open.entries()) await track(tab, 2 * n, 2 * n + 1);
  world.proxy.fault = 'pass';
  await arrived(...Array.from({ length: 2 * count }, (_, n) => n));
  for (const tab of open) await settled(tab);
}
