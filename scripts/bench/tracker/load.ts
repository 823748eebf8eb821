import type { Browser } from 'playwright-core';
import { newShopper } from './browser.ts';
import { type MainThread, mainThread } from './mainThread.ts';
import { pause } from './visit.ts';

/** As slow as a mid-range phone is beside a developer's machine. */
const SLOWDOWN = 4;

/** From the page on. What trackers do when it is idle falls into it. */
const LOAD_MS = 3000;

/** What a page load cost the main thread. */
export interface Load extends MainThread {
  /** How long each long task blocked it, in milliseconds. https://w3c.github.io/longtasks/ */
  longTasksMs: number[];
}

/** Loads a page as a first-time shopper on a slow device, with an empty cache. */
export async function load(browser: Browser, address: string): Promise<Load> {
  const context = await newShopper(browser);
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      const durations: number[] = [];
      Object.assign(window, { longTasks: durations });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) durations.push(duration);
      }).observe({ type: 'longtask', buffered: true });
    });
    const readMs = await mainThread(page);
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });

    await page.goto(address);
    await pause(LOAD_MS);

    const longTasksMs = () =>
      page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
    return { ...(await readMs()), longTasksMs: await longTasksMs() };
  } finally {
    await context.close();
  }
}
