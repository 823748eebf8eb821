import { expect } from 'vitest';
import { evaluate, type Tab } from '../engines/engine.ts';
import { untilTracking } from '../scene.ts';
import type { Case } from './case.ts';

/** Counts on the page how often it came out of the back/forward cache. */
const COUNT_RETURNS = `<script>
  window.returns = 0;
  addEventListener('pageshow', ({ persisted }) => { returns += persisted; });
</script>`;

const MAX_ROUNDS = 5;

/** Pages that come back. */
export const history: readonly Case[] = [
  {
    title: 'on pages that come back as they were, from the back/forward cache',
    async play({ visit, track, leaveFor, arrived, settled, world }) {
      world.head = COUNT_RETURNS;
      const tab = await visit('/a');
      await track(tab, 1);
      // With a request under way, not every browser keeps the page.
      await settled(tab);
      await leaveFor(tab, '/b');
      await track(tab, 2);
      await settled(tab);

      let n = 2;
      let kept = 0;
      // A browser may always have its reasons to load a page again.
      for (let round = 0; round < MAX_ROUNDS && !kept; round++) {
        for (const [by, path] of [[-1, '/a'] as const, [1, '/b'] as const]) {
          await go(tab, by, path);
          kept += await returns(tab);
          await track(tab, ++n);
          await settled(tab);
        }
      }
      expect(kept).toBeGreaterThan(0);
      await arrived(...Array.from({ length: n }, (_, index) => index + 1));
    },
  },
  {
    title: 'on the way back and forward while touchpoints are under way',
    async play({ visit, track, leaveFor, arrived, settled }) {
      const tab = await visit('/a');
      await leaveFor(tab, '/b', 1);
      await track(tab, 2);
      await go(tab, -1, '/a');
      await track(tab, 3);
      await go(tab, 1, '/b');
      await track(tab, 4);
      await arrived(1, 2, 3, 4);
      await settled(tab);
    },
  },
  {
    title: 'on the way back to a page that could send nothing when it was left',
    async play({ visit, leaveFor, arrived, settled, world }) {
      const tab = await visit('/a');
      await settled(tab);
      world.proxy.fault = 'refuse';
      await leaveFor(tab, '/b', 1, 2);
      await go(tab, -1, '/a');
      world.proxy.fault = 'pass';
      await arrived(1, 2);
      await settled(tab);
    },
  },
];

async function go(tab: Tab, by: -1 | 1, path: string): Promise<void> {
  // A task later, for a page that is gone can't answer.
  await evaluate(tab, (steps) => void setTimeout(() => window.history.go(steps)), by);
  await untilTracking(tab, path);
}

function returns(tab: Tab): Promise<number> {
  return evaluate(tab, () => (window as { returns?: number }).returns ?? 0);
}
