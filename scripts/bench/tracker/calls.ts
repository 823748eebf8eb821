import type { Browser } from 'playwright-core';
import { newShopper } from './browser.ts';
import { mainThread } from './mainThread.ts';
import { pause, quiet, visit } from './visit.ts';
import type { World } from './world.ts';

const CALLS = 200;

/** Batches wait so long at most, and what they do falls to the calls. */
const AFTER_MS = 6000;

/** What calls of `track()` took. */
export interface Calls {
  /** Each until it returned, in microseconds, in steps of 5. */
  tookUs: number[];
  /** CPU time of the main thread by the call, storing and sending later included, in microseconds. */
  allInUs: number;
}

/**
 * Times single calls of `track()`, each in a task of its own, on a page that has started. Not slowed
 * down: slowing works in steps far longer than a call.
 */
export async function timeCalls(browser: Browser, world: World): Promise<Calls> {
  const context = await newShopper(browser);
  try {
    const page = await visit(context, world.isolated);
    const readMs = await mainThread(page);
    await quiet(world.endpoint);

    const run = async (isReal: boolean) => {
      const before = (await readMs()).taskMs;
      const tookUs = await page.evaluate(call, { isReal, calls: CALLS });
      await pause(AFTER_MS);
      return { tookUs, taskMs: (await readMs()).taskMs - before };
    };
    const idle = await run(false);
    const { tookUs, taskMs } = await run(true);
    return { tookUs, allInUs: ((taskMs - idle.taskMs) / CALLS) * 1000 };
  } finally {
    await context.close();
  }
}

/** Runs in the page. */
async function call({ isReal, calls }: { isReal: boolean; calls: number }): Promise<number[]> {
  if (!crossOriginIsolated) throw Error('The clock is too coarse');
  const took: number[] = [];
  for (let n = 1; n <= calls; n++) {
    await new Promise((passed) => setTimeout(passed, 10));
    const from = performance.now();
    if (isReal) track(n);
    took.push((performance.now() - from) * 1000);
  }
  return took;
}
