import type { Touchpoint } from '@cartograph/journey';
import type { LaunchOptions, Page } from 'playwright-core';
import { beforeEach, expect } from 'vitest';
import { describeInBrowser, type Shop, settled } from '../browser/shop.ts';

/** A shop whose pages are watched, by the real script and chunk. */
export function describeInsight(
  name: string,
  tests: (shop: Shop) => void,
  launch?: LaunchOptions,
): void {
  describeInBrowser(
    name,
    (shop) => {
      beforeEach(() => {
        shop.attributes = 'data-off="attributes shop"';
      });
      tests(shop);
    },
    launch,
  );
}

/** Opens a page, and waits until it is watched. Its clock can be wound on: `page.clock.fastForward()`. */
export async function watched(shop: Shop, path = '/'): Promise<Page> {
  await shop.context.clock.install();
  const page = await shop.open(path);
  await isWatched(page);
  return page;
}

/** The watcher of requests is one of the first, and all start in one task. */
export async function isWatched(page: Page): Promise<void> {
  await page.waitForFunction(() => !/native/.test(`${XMLHttpRequest.prototype.open}`), undefined, {
    timeout: 60_000,
  });
}

/** Lets all wait that a watcher may wait for go by, and then what it told be stored. */
export async function told(shop: Shop, page: Page): Promise<[type: string, params: object][]> {
  await page.clock.fastForward(10_000);
  await settled(shop, page);
  return tellings(shop);
}

/** What the watchers told so far, without what is told of every page. */
export function tellings({ collector }: Shop): [type: string, params: object][] {
  return collector
    .stored()
    .filter(({ type }) => !['page_view', 'web_vital', 'end'].includes(type))
    .map(({ type, params: { inferred, ...params } = {} }: Touchpoint) => {
      // It says so of what shops tell, too.
      expect(inferred).toBe(/^(alert|exception)$/.test(type) ? 'insight' : undefined);
      return [type, params];
    });
}
