import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { settled } from '../browser/shop.ts';
import { describeInsight, isWatched, tellings, told, watched } from './insight.ts';

/** As the browser does it for a tab that goes behind another. Nothing else makes a headless one do so. */
const setHidden = (page: Page, hidden: boolean) =>
  page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { value, configurable: true });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }, hidden);

const backs = (told: [string, object][]) => told.filter(([type]) => type === 'step_back');

describeInsight('steps back', (shop) => {
  it('in an app are told of the step that is left', async () => {
    const page = await watched(shop, '/checkout/contact');
    await page.evaluate(() => history.pushState({}, '', '/checkout/payment'));
    await page.goBack();
    await page.waitForURL('**/contact');
    expect(backs(await told(shop, page))).toEqual([['step_back', {}]]);
    const { url } = shop.collector.stored().find(({ type }) => type === 'step_back')!;
    expect(url).toBe(`${shop.origin}/checkout/payment`);
  });

  it('between pages are told, too', async () => {
    const page = await watched(shop, '/cart');
    await page.evaluate(() => {
      location.href = '/checkout';
    });
    await page.waitForURL('**/checkout');
    await isWatched(page);
    await page.goBack();
    await page.waitForURL('**/cart');
    await shop.collector.until('the step', () => backs(tellings(shop)).length > 0);
    await settled(shop, page);
    expect(backs(tellings(shop))).toEqual([['step_back', {}]]);
  });

  it('are not told of steps on, of links back, or outside of a checkout', async () => {
    const page = await watched(shop, '/a');
    await page.evaluate(() => history.pushState({}, '', '/b'));
    await page.goBack();
    await page.waitForURL('**/a');
    await page.evaluate(() => history.pushState({}, '', '/checkout'));
    await page.evaluate(() => history.pushState({}, '', '/a'));
    await page.goBack();
    await page.waitForURL('**/checkout');
    await page.goForward();
    await page.waitForURL('**/a');
    expect(backs(await told(shop, page))).toEqual([]);
  });
});

describeInsight('returns to the tab', (shop) => {
  it('are told with the seconds in between', async () => {
    const page = await watched(shop, '/checkout');
    await setHidden(page, true);
    await page.clock.fastForward(90_000);
    await setHidden(page, false);
    const [[type, { seconds }]] = (await told(shop, page)) as [[string, { seconds: number }]];
    expect(type).toBe('tab_return');
    expect(seconds).toBeGreaterThanOrEqual(90);
    expect(seconds).toBeLessThan(150);
  });

  it('are not told of a page that is no checkout', async () => {
    const page = await watched(shop, '/products/mug');
    await setHidden(page, true);
    await page.clock.fastForward(90_000);
    await setHidden(page, false);
    expect(await told(shop, page)).toEqual([]);
  });

  it('are not told of a short look elsewhere', async () => {
    const page = await watched(shop, '/checkout');
    await page.evaluate(() => {
      for (const value of [true, false]) {
        Object.defineProperty(document, 'hidden', { value, configurable: true });
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
      }
    });
    expect(await told(shop, page)).toEqual([]);
  });
});
