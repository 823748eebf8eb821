import type { BrowserContext, Page } from 'playwright-core';
import type { Endpoint } from './endpoint.ts';

declare global {
  /** What every peer's page has. */
  function track(n: number): void;
}

/** As long without a request says that a tracker has started, and sent what it had to send. */
const QUIET_MS = 1500;
const PATIENCE_MS = 30_000;

/** Opens an address in a tab. */
export async function visit(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

/** Waits until a tracker has nothing more to fetch or to send, or for 30 seconds. */
export async function quiet(endpoint: Endpoint): Promise<void> {
  const from = performance.now();
  await until(() => {
    const now = performance.now();
    return now - Math.max(from, endpoint.lastRequestAt) > QUIET_MS || now - from > PATIENCE_MS;
  });
}

/** Waits until it is so, or the time is up. */
export async function until(isSo: () => boolean, timeoutMs = Number.POSITIVE_INFINITY) {
  const from = performance.now();
  while (!isSo() && performance.now() - from < timeoutMs) await pause(50);
}

export function pause(ms: number): Promise<void> {
  return new Promise((passed) => setTimeout(passed, ms));
}
