import type { Page } from 'playwright-core';

/** CPU time of a page's main thread so far, in milliseconds. */
export interface MainThread {
  /** Of scripts alone. */
  scriptMs: number;
  /** Of all it did, parsing and painting included. */
  taskMs: number;
}

/**
 * Starts the browser's own count. It has promises, timers and late scripts in it, which marks around
 * a script tag don't, and a busy machine disturbs it less than a clock.
 *
 * @returns Reads it.
 */
export async function mainThread(page: Page): Promise<() => Promise<MainThread>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const ms = (wanted: string) => 1000 * metrics.find(({ name }) => name === wanted)!.value;
    return { scriptMs: ms('ScriptDuration'), taskMs: ms('TaskDuration') };
  };
}
