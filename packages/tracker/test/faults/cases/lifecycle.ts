import { expect, vi } from 'vitest';
import type { Tab } from '../engines/engine.ts';
import { kept, PATIENCE, type Scene } from '../scene.ts';
import type { Case } from './case.ts';

/** What browsers do with pages that nobody looks at. */
export const lifecycle: readonly Case[] = [
  {
    title: 'when a page is frozen before its touchpoints got through',
    needs: ['freeze'],
    async play({ visit, track, arrived, settled, world }) {
      const tab = await visit();
      world.proxy.fault = 'refuse';
      await track(tab, 1, 2);
      await tab.freeze!(true);
      world.proxy.fault = 'pass';
      await tab.freeze!(false);
      await arrived(1, 2);
      await settled(tab);
    },
  },
  {
    title: 'when a frozen page is closed',
    needs: ['freeze'],
    async play({ visit, track, arrived, settled, world }) {
      const tab = await visit();
      world.proxy.fault = 'refuse';
      await track(tab, 1, 2);
      await kept(tab, 2);
      await tab.freeze!(true);
      await tab.close();
      world.proxy.fault = 'pass';
      const later = await visit('/later');
      await arrived(1, 2);
      await settled(later);
    },
  },
  {
    title: 'when a tab is discarded',
    needs: ['discard'],
    async play({ visit, track, arrived, settled, world }) {
      const tab = await visit();
      world.proxy.fault = 'refuse';
      await track(tab, 1, 2);
      await kept(tab, 2);
      await tab.discard!();
      world.proxy.fault = 'pass';
      const later = await visit('/later');
      await arrived(1, 2);
      await settled(later);
    },
  },
  {
    title: 'on a page that was prerendered, and then shown',
    needs: ['prerender'],
    async play(scene) {
      const tab = await prerenderAhead(scene);
      scene.counts(1);
      await scene.leaveFor(tab, '/ahead');
      await scene.arrived(1);
      await scene.settled(tab);
      expect(scene.world.visits).toContain('/shown');
    },
  },
  {
    title: 'on a page that was prerendered and never shown, of which nothing is told',
    needs: ['prerender'],
    async play(scene) {
      const tab = await prerenderAhead(scene);
      await scene.leaveFor(tab, '/other', 2);
      await scene.arrived(2);
      await scene.settled(tab);
      const urls = (await scene.world.rows()).map(({ url }) => url);
      expect(urls).not.toContain(`${scene.world.shop}/ahead`);
    },
  },
];

/** Opens a page that has `/ahead` prerendered, where the number 1 is tracked at once. */
async function prerenderAhead(scene: Scene): Promise<Tab> {
  const { engine, world, visit } = scene;
  await scene.browser.close();
  scene.browser = await engine.openUnattended!(world.profile);
  world.head = `<script src="${scene.browser.script}"></script>
    <script type="speculationrules">
      { "prerender": [{ "urls": ["/ahead"], "eagerness": "immediate" }] }
    </script>
    <script>
      if (location.pathname === '/ahead') {
        setTimeout(() => cartograph('track', 'add_to_cart', { n: 1 }));
        document.addEventListener('prerenderingchange', () => fetch('/shown'));
        fetch('/ran?' + document.prerendering);
      }
    </script>`;
  const tab = await visit('/a');
  await vi.waitFor(() => expect(world.visits).toContain('/ran?true'), PATIENCE);
  return tab;
}
