import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { call, describeInBrowser, nextTask, type Shop, settled } from './shop.ts';

function views({ collector, origin }: Shop) {
  return collector
    .stored()
    .filter(({ type }) => type === 'page_view')
    .map(({ url, referrer, title }) => ({
      url: url?.replace(origin, ''),
      referrer: referrer?.replace(origin, ''),
      title,
    }));
}

const push = (page: Page, url: string) => page.evaluate((to) => history.pushState({}, '', to), url);

describeInBrowser('page views', (shop) => {
  it.each<[title: string, act: (page: Page) => Promise<unknown>, urls: string[]]>([
    ['a load', async () => {}, ['/a']],
    ['pushState', (page) => push(page, '/b'), ['/a', '/b']],
    [
      'replaceState of the same URL',
      (page) => page.evaluate(() => history.replaceState({}, '', location.href)),
      ['/a'],
    ],
    ['a filter in the query', (page) => push(page, '/a?colour=red'), ['/a']],
    ['a slash at the end', (page) => push(page, '/a/'), ['/a']],
    [
      'push and replace in one task',
      (page) =>
        page.evaluate(() => {
          history.pushState({}, '', '/b');
          history.replaceState({}, '', '/c');
        }),
      ['/a', '/c'],
    ],
    [
      'back',
      async (page) => {
        await push(page, '/b');
        await nextTask(page);
        await page.goBack();
      },
      ['/a', '/b', '/a'],
    ],
    ['a place on the page', (page) => push(page, '#reviews'), ['/a']],
    ['a start that becomes a hash route', (page) => push(page, '#/'), ['/a']],
    ['a hash route', (page) => push(page, '#/cart'), ['/a', '/a#/cart']],
    [
      'a hash route told by hashchange, popstate and replaceState',
      (page) =>
        page.evaluate(
          () =>
            new Promise<void>((resolve) => {
              addEventListener('hashchange', () => {
                history.replaceState({}, '', '#/cart?step=1');
                resolve();
              });
              location.hash = '#/cart';
            }),
        ),
      ['/a', '/a#/cart'],
    ],
    ['page() called by the shop', (page) => call(page, 'page'), ['/a', '/a']],
  ])('%s', async (_, act, urls) => {
    const page = await shop.open('/a');
    await settled(shop, page, 'start');
    await act(page);
    await settled(shop, page);
    expect(views(shop).map(({ url }) => url)).toEqual(urls);
    expect(shop.errors).toEqual([]);
  });

  it('are the same where the browser has no Navigation API', async () => {
    await shop.context.addInitScript(() => {
      Object.defineProperty(window, 'navigation', { value: undefined });
    });
    const page = await shop.open('/a');
    await push(page, '/a?colour=red');
    await push(page, '/b');
    await nextTask(page);
    await page.goBack();
    await settled(shop, page);
    expect(views(shop).map(({ url }) => url)).toEqual(['/a', '/b', '/a']);
  });

  it('have the title that an app sets after it has moved, and the page before as referrer', async () => {
    const page = await shop.open('/a?utm_source=mail&token=secret');
    await nextTask(page);
    await page.evaluate(() => {
      history.pushState({}, '', '/b');
      queueMicrotask(() => {
        document.title = 'Guitar';
      });
    });
    await settled(shop, page);
    expect(views(shop)).toEqual([
      {
        url: '/a?utm_source=mail',
        referrer: '',
        title: 'Page /a?utm_source=mail&token=secret',
      },
      { url: '/b', referrer: '/a?utm_source=mail', title: 'Guitar' },
    ]);
  });

  it('come before what is tracked on the page', async () => {
    shop.body = '<script>cartograph("track", "view_item")</script>';
    const page = await shop.open('/a');
    await page.evaluate(() => {
      history.pushState({}, '', '/b');
      (window as unknown as { cartograph: (...args: string[]) => void }).cartograph('track', 'b');
    });
    await settled(shop, page);
    expect(shop.collector.types()).toEqual(['page_view', 'view_item', 'page_view', 'b', 'end']);
  });

  it('are not lost when the page leaves at once', async () => {
    const page = await shop.open('/a');
    await settled(shop, page, 'start');
    await page.evaluate(() => {
      history.pushState({}, '', '/b');
      location.href = 'about:blank';
    });
    // A context that closes within a navigation may hang.
    await page.waitForURL('about:blank');
    await shop.collector.until('both', () => views(shop).length === 2);
    expect(views(shop).map(({ url }) => url)).toEqual(['/a', '/b']);
  });
});

describeInBrowser(
  'page views and the back/forward cache',
  (shop) => {
    it('count a page that comes back as it was', async () => {
      const page = await shop.open('/a');
      await settled(shop, page, 'start');
      await page.evaluate(() => {
        (window as unknown as { isOld: boolean }).isOld = true;
      });
      await page.evaluate(() => {
        location.href = '/b';
      });
      await page.waitForURL('**/b');
      await settled(shop, page, 'middle');
      await page.goBack({ waitUntil: 'commit' });
      await page.waitForFunction(() => (window as unknown as { isOld: boolean }).isOld);
      await settled(shop, page);

      expect(views(shop)).toMatchObject([
        { url: '/a' },
        { url: '/b', referrer: '/a' },
        { url: '/a', referrer: '' },
      ]);
    });
  },
  { ignoreDefaultArgs: ['--disable-back-forward-cache'] },
);
