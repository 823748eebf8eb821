import { expect } from 'vitest';
import { evaluate } from '../engines/engine.ts';
import type { Fault } from '../faultyProxy.ts';
import { pageViewStored } from '../scene.ts';
import type { Case } from './case.ts';

/** The collector answers, but not as one would like. */
export const answers: readonly Case[] = [
  {
    title: 'when the answer is lost after the collector has stored it',
    async play({ visit, track, arrived, settled, world }) {
      const tab = await visit();
      world.proxy.fault = 'cutAnswer';
      await track(tab, 1, 2);
      await arrived(1, 2);
      world.proxy.fault = 'pass';
      await settled(tab);
      await track(tab, 3);
      await arrived(1, 2, 3);
      await settled(tab);
    },
  },
  storm('503 for a while', { status: 503 }, [500, 1000]),
  storm('503 with Retry-After', { status: 503, retryAfter: 2 }, [2000, 2000]),
  storm('429 with Retry-After', { status: 429, retryAfter: 3 }, [3000]),
  storm('500', { status: 500 }, [500]),
  {
    title: 'when the collector takes no more than two at a time (413)',
    async play({ visit, track, arrived, settled, world }) {
      const tab = await visit();
      world.proxy.fault = ({ touchpoints }) => (touchpoints.length > 2 ? { status: 413 } : 'pass');
      await track(tab, 1, 2, 3, 4, 5, 6, 7);
      await arrived(1, 2, 3, 4, 5, 6, 7);
      await settled(tab);
    },
  },
  {
    title: 'but for the one that a collector refuses with its whole batch (400)',
    async play({ visit, track, counts, arrived, settled, world }) {
      const tab = await visit();
      world.proxy.fault = ({ touchpoints }) =>
        touchpoints.some((touchpoint) => (touchpoint as { type: string }).type === 'poison')
          ? { status: 400 }
          : 'pass';
      counts(1, 2, 3, 4);
      await evaluate(tab, () => {
        for (const n of [1, 2]) window.cartograph('track', 'add_to_cart', { n });
        window.cartograph('track', 'poison');
        for (const n of [3, 4]) window.cartograph('track', 'add_to_cart', { n });
      });
      await arrived(1, 2, 3, 4);
      await settled(tab);
      await track(tab, 5);
      await arrived(1, 2, 3, 4, 5);
    },
  },
  {
    title: 'but for the one that is no touchpoint, which costs its neighbours nothing',
    async play({ visit, track, counts, arrived, settled }) {
      const tab = await visit();
      counts(1, 3);
      await evaluate(tab, () => {
        window.cartograph('track', 'add_to_cart', { n: 1 });
        window.cartograph('track', 'two words', { n: 2 });
        window.cartograph('track', 'add_to_cart', { n: 3 });
      });
      await arrived(1, 3);
      // It is done with: nothing is tried again.
      await settled(tab);
      await track(tab, 4);
      await arrived(1, 3, 4);
    },
  },
];

/** @param gapsMs The least time between one try and the next. */
function storm(title: string, fault: Fault, gapsMs: number[]): Case {
  return {
    title: `when the collector answers ${title}`,
    async play(scene) {
      const { visit, track, arrived, settled, world } = scene;
      const tab = await visit();
      await pageViewStored(scene);
      await settled(tab);
      const { batches } = world.proxy;
      const before = batches.length;
      world.proxy.fault = () => (batches.length - before <= gapsMs.length ? fault : 'pass');
      await track(tab, 1, 2);
      await arrived(1, 2);
      await settled(tab);
      const times = batches.slice(before).map(({ at }) => at);
      for (const [index, gapMs] of gapsMs.entries()) {
        expect(times[index + 1]! - times[index]!).toBeGreaterThanOrEqual(gapMs * 0.9);
      }
    },
  };
}
