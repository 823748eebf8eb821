import type { Browser } from 'playwright-core';
import { timeCalls } from './calls.ts';
import { type Load, load } from './load.ts';
import type { Peer } from './peer.ts';
import { quantile } from './quantile.ts';
import { createWorld, type World } from './world.ts';

/** What a tracker costs a page. */
export interface Weight {
  /** All scripts a page load fetches, each brotli-compressed at its best. */
  brotliBytes: number;
  scriptMs: { median: number; p95: number };
  /** Of all work of the main thread, by medians, over a page without a tracker. */
  overBlankMs: number;
  longTasks: { perLoad: number; longestMs: number };
  /** Of one `track()`: until it returns, and with all it causes later. */
  callUs: { median: number; p95: number; allIn: number };
}

/** What pages without a tracker cost, and what each tracker adds, by its name. */
export interface Weights {
  blank: Pick<Weight, 'scriptMs' | 'longTasks'> & { taskMs: number };
  peers: Map<string, Weight>;
}

/** Weighs trackers, taking turns, so that a busy moment of the machine hits all of them. */
export async function weigh(
  browser: Browser,
  peers: readonly Peer[],
  loads: number,
): Promise<Weights> {
  const worlds: World[] = [];
  for (const peer of peers) worlds.push(await createWorld(peer, 0));
  try {
    const [first] = worlds;
    const addresses = [first!.blank, ...worlds.map((world) => world.shop(0))];
    const all: Load[][] = addresses.map(() => []);
    for (let turn = 0; turn < loads; turn++) {
      console.error(`Load ${turn + 1} of ${loads} …`);
      for (const [index, address] of addresses.entries()) {
        all[index]!.push(await load(browser, address));
      }
    }

    const [blank, ...rest] = all.map(summary);
    const weights: Weights = { blank: blank!, peers: new Map() };
    for (const [index, { name }] of peers.entries()) {
      const world = worlds[index]!;
      // Before more is fetched than a load does.
      const brotliBytes = [...world.endpoint.scripts.values()].reduce((sum, size) => sum + size, 0);
      const { taskMs, ...loaded } = rest[index]!;
      const { tookUs, allInUs } = await timeCalls(browser, world);
      weights.peers.set(name, {
        brotliBytes,
        ...loaded,
        overBlankMs: taskMs - blank!.taskMs,
        callUs: {
          median: quantile(tookUs, 0.5),
          p95: quantile(tookUs, 0.95),
          allIn: allInUs,
        },
      });
    }
    return weights;
  } finally {
    for (const world of worlds) await world.close();
  }
}

function summary(loads: readonly Load[]): Weights['blank'] {
  const scriptMs = loads.map((load) => load.scriptMs);
  const longTasksMs = loads.flatMap((load) => load.longTasksMs);
  return {
    scriptMs: { median: quantile(scriptMs, 0.5), p95: quantile(scriptMs, 0.95) },
    taskMs: quantile(
      loads.map((load) => load.taskMs),
      0.5,
    ),
    longTasks: {
      perLoad: longTasksMs.length / loads.length,
      longestMs: Math.max(0, ...longTasksMs),
    },
  };
}
