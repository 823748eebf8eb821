import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { type Shop, settled } from '../browser/shop.ts';
import { describeInsight, isWatched } from './insight.ts';

/** The library that defines them, as a script for a page. Here it is the measure, in the chunk it wouldn't fit. */
const LIBRARY = readFileSync(
  createRequire(import.meta.url)
    .resolve('web-vitals')
    .replace(/[^/]+$/, 'web-vitals.iife.js'),
  'utf8',
);

/** Has the library keep in `localStorage` what it reports. */
const MEASURE = `<script>${LIBRARY}</script><script>
  for (const name of ['LCP', 'INP', 'CLS', 'TTFB']) {
    webVitals['on' + name]((metric) => {
      const { pathname } = new URL(metric.navigationURL ?? location.href, location.href);
      const key = pathname + ' ' + name;
      localStorage[key] = JSON.stringify([...JSON.parse(localStorage[key] ?? '[]'), [metric.value, metric.rating]]);
    }, { reportSoftNavs: true });
  }
</script>`;

/** A page that can paint late, move what is there, and is slow to react. */
const POOR = `<main id="page"><p class="intro" style="margin: 0; height: 200px">Hello</p>
  <button id="slow">Pay</button></main><script>
  function move() {
    document.querySelector('.intro').insertAdjacentHTML('beforebegin',
      '<h2 class="hero" style="height: 300px; margin: 0; font-size: 60px">A large headline, late</h2>');
  }
  document.getElementById('slow').onclick = ({ target }) => {
    const until = performance.now() + 250;
    while (performance.now() < until);
    // For a frame to follow: until then nothing is measured.
    target.style.color = 'red';
  };
  new PerformanceObserver((list) => {
    if (list.getEntries().some(({ duration }) => duration > 200)) globalThis.isMeasured = true;
  }).observe({ type: 'event' });
  // In one frame: what is painted, and what moves for it.
  new PerformanceObserver((list) => {
    if (list.getEntries().some(({ element }) => element?.className === 'hero')) globalThis.hasMoved = true;
  }).observe({ type: 'largest-contentful-paint' });
</script>`;

const vitals = ({ collector }: Shop, path: string) =>
  collector
    .stored()
    .filter(
      ({ type, params, url }) =>
        type === 'web_vital' && `${params?.page_location ?? url}`.endsWith(path),
    )
    .map(({ params }) => params!);

/** Goes to another page, and waits until so many vitals of the first one are stored. */
async function leave(
  shop: Shop,
  page: Page,
  { count, to = '/next' }: { count: number; to?: string },
) {
  await page.evaluate((url) => {
    location.href = url;
  }, to);
  await page.waitForURL(`**${to}`);
  await shop.collector.until(`${count} vitals`, () => vitals(shop, '/a').length >= count);
  await settled(shop, page, `at ${to}`);
}

async function move(page: Page): Promise<void> {
  await page.evaluate('move()');
  await page.waitForFunction('globalThis.hasMoved');
}

/** Clicks what is slow, and waits until the browser has measured it and the library heard of it. */
async function react(page: Page): Promise<void> {
  await page.locator('#slow').click();
  await page.waitForFunction('globalThis.isMeasured');
  await page.evaluate(
    () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 })),
  );
}

describeInsight('web vitals', (shop) => {
  it("are the library's, once a page, when the page is left", async () => {
    shop.head = MEASURE;
    shop.body = POOR;
    const page = await shop.open('/a');
    await isWatched(page);
    await move(page);
    await react(page);
    await leave(shop, page, { count: 4 });

    const library: Record<string, [number, string]> = await page.evaluate(() =>
      Object.fromEntries(
        ['LCP', 'INP', 'CLS', 'TTFB'].map((name) => [
          name,
          JSON.parse(localStorage[`/a ${name}`]).at(-1),
        ]),
      ),
    );
    const ours = vitals(shop, '/a');
    expect(ours.map(({ name }) => name).sort()).toEqual(['CLS', 'INP', 'LCP', 'TTFB']);
    for (const { name, value, rating } of ours) {
      const [expected, itsRating] = library[`${name}`]!;
      expect([name, rating]).toEqual([name, itsRating]);
      expect(value).toBe(+expected.toPrecision(4));
    }
    expect(Object.fromEntries(ours.map(({ name, target }) => [name, target]))).toMatchObject({
      LCP: '#page>h2.hero',
      INP: '#slow',
      CLS: '#page>p.intro',
    });
    expect(ours.find(({ name }) => name === 'INP')).toMatchObject({ rating: 'needs-improvement' });
  });

  it("of a page that an app moves on to are the library's", async () => {
    shop.head = MEASURE;
    shop.body = `<main><button id="go">Next</button></main><script>
      document.getElementById('go').onclick = () => {
        history.pushState(null, '', '/b?email=ann@shop.example');
        document.querySelector('main').innerHTML = '<h1 id="big" style="font-size: 80px; height: 400px">Another page</h1>';
      };
      new PerformanceObserver(() => { globalThis.hasMovedOn = true; }).observe({ type: 'soft-navigation' });
    </script>`;
    const page = await shop.open('/a');
    await isWatched(page);
    await page.locator('#go').click();
    await page.waitForFunction('globalThis.hasMovedOn');
    await page.evaluate(
      () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 })),
    );
    await page.evaluate(() => {
      location.href = '/next';
    });
    await page.waitForURL('**/next');
    await shop.collector.until('vitals of both', () =>
      vitals(shop, '/b').some(({ name }) => name === 'LCP'),
    );
    const [lcp] = vitals(shop, '/b').filter(({ name }) => name === 'LCP');
    const [expected, rating] = await page.evaluate(() => JSON.parse(localStorage['/b LCP']).at(-1));
    expect(lcp).toMatchObject({ value: +expected.toPrecision(4), rating, target: '#big' });
    expect(vitals(shop, '/a').map(({ name }) => name)).toContain('LCP');
  });

  it('of a page that was opened in the background have no paint', async () => {
    await shop.context.addInitScript(() => {
      Object.defineProperty(document, 'hidden', { value: true, configurable: true });
      const { getEntriesByType } = performance;
      performance.getEntriesByType = function (type) {
        return type === 'visibility-state'
          ? ([{ name: 'hidden', startTime: 0 }] as PerformanceEntryList)
          : getEntriesByType.call(this, type);
      };
    });
    const page = await shop.open('/a');
    await isWatched(page);
    await leave(shop, page, { count: 1 });
    expect(vitals(shop, '/a').map(({ name }) => name)).toEqual(['TTFB']);
  });

  it('are told again only where they got worse by a rating', async () => {
    shop.body = POOR;
    const page = await shop.open('/a');
    await isWatched(page);
    const hide = () =>
      page.evaluate(() => {
        for (const value of [true, false]) {
          Object.defineProperty(document, 'hidden', { value, configurable: true });
          document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
        }
      });
    await hide();
    await hide();
    await move(page);
    await hide();
    await react(page);
    await leave(shop, page, { count: 5 });
    const told = vitals(shop, '/a').map(({ name, rating }) => [name, rating]);
    expect(told.filter(([name]) => name === 'CLS')).toEqual([
      ['CLS', 'good'],
      ['CLS', 'needs-improvement'],
    ]);
    expect(told.map(([name]) => name).sort()).toEqual(['CLS', 'CLS', 'INP', 'LCP', 'TTFB']);
  });
});

describeInsight(
  'web vitals and the back/forward cache',
  (shop) => {
    it('count a page that comes back as another', async () => {
      const page = await shop.open('/a');
      await isWatched(page);
      await page.evaluate(() => {
        (window as unknown as { isOld: boolean }).isOld = true;
      });
      await leave(shop, page, { count: 3, to: '/b' });
      await page.goBack({ waitUntil: 'commit' });
      await page.waitForFunction(() => (window as unknown as { isOld: boolean }).isOld);
      // Painted, and the task after.
      await page.evaluate(
        () =>
          new Promise((resolve) =>
            requestAnimationFrame(() => setTimeout(() => setTimeout(resolve))),
          ),
      );
      await leave(shop, page, { count: 5, to: '/c' });
      expect(vitals(shop, '/a').map(({ name }) => name)).toEqual([
        'TTFB',
        'LCP',
        'CLS',
        'LCP',
        'CLS',
      ]);
    });
  },
  { ignoreDefaultArgs: ['--disable-back-forward-cache'] },
);
