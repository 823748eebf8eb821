import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { call, describeInBrowser, settled } from './shop.ts';

/** Everything that the site has left in the browser. */
const traces = (page: Page) =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const rows = await Promise.all(
      databases.map(
        ({ name }) =>
          new Promise<unknown[]>((resolve) => {
            const request = indexedDB.open(name!);
            request.onsuccess = () => {
              const db = request.result;
              const [name] = db.objectStoreNames;
              const all = db.transaction(name!).objectStore(name!).getAll();
              all.onsuccess = () => {
                db.close();
                resolve(all.result);
              };
            };
          }),
      ),
    );
    return [...rows.flat(), { ...localStorage }, { ...sessionStorage }, document.cookie].filter(
      (trace) => JSON.stringify(trace).length > 2,
    );
  });

describeInBrowser('who it is', (shop) => {
  const whose = () =>
    shop.collector.stored().map(({ type, visitor, user }) => ({ type, visitor, user }));
  const visitors = () => [...new Set(shop.collector.stored().map(({ visitor }) => visitor))];

  it('stays one visitor over pages and tabs, in IndexedDB alone', async () => {
    const page = await shop.open('/a');
    await settled(shop, page, 'first');
    await page.goto(`${shop.origin}/b`);
    await settled(shop, page, 'second');
    await settled(shop, await shop.open('/c'), 'third');
    expect(visitors()).toHaveLength(1);
    expect(await traces(page)).toEqual([{ visitor: visitors()[0] }]);
  });

  it('is the same for two tabs that open at once', async () => {
    await Promise.all([shop.open('/a'), shop.open('/b')]);
    await shop.collector.until('both', () => shop.collector.types().length === 2);
    expect(visitors()).toHaveLength(1);
  });

  it('is told with what was tracked after identify(), in batches of their own', async () => {
    const page = await shop.open('/a');
    await page.evaluate(() => {
      const { cartograph } = window as unknown as { cartograph(...args: unknown[]): void };
      cartograph('track', 'before');
      cartograph('identify', 17);
      cartograph('track', 'ann');
      cartograph('identify', 'u-18');
      cartograph('track', 'ben');
      cartograph('reset');
      cartograph('track', 'nobody');
    });
    await settled(shop, page);

    const [ann, ben, nobody] = visitors();
    expect(whose().slice(1)).toEqual([
      { type: 'before', visitor: ann, user: undefined },
      { type: 'ann', visitor: ann, user: '17' },
      { type: 'ben', visitor: ben, user: 'u-18' },
      { type: 'nobody', visitor: nobody, user: undefined },
      { type: 'end', visitor: nobody, user: undefined },
    ]);
    expect(new Set([ann, ben, nobody]).size).toBe(3);
  });

  it('is remembered on the next page', async () => {
    const page = await shop.open('/a');
    await call(page, 'identify', 'u-17');
    await settled(shop, page, 'first');
    await page.goto(`${shop.origin}/b`);
    await settled(shop, page, 'second');
    expect(whose().at(-1)).toMatchObject({ type: 'second', user: 'u-17' });
    expect(visitors()).toHaveLength(1);
  });

  it('is no one that a template printed by mistake', async () => {
    const page = await shop.open('/a');
    const warnings: string[] = [];
    page.on('console', (message) => warnings.push(message.type()));
    for (const nobody of ['', ' ', 'null', 'undefined', '0', 0, 'guest', 'Anonymous', {}, null]) {
      await call(page, 'identify', nobody);
    }
    await settled(shop, page);
    expect(whose().at(-1)!.user).toBeUndefined();
    expect(warnings).toEqual(Array(10).fill('warning'));
    expect(shop.errors).toEqual([]);
  });
});

describeInBrowser('consent', (shop) => {
  it('denied, sends nothing, keeps nothing but the denial, and is remembered', async () => {
    shop.body = '<script>cartograph("consent", "denied"); cartograph("track", "a")</script>';
    const page = await shop.open('/a');
    await call(page, 'identify', 'u-17');
    await call(page, 'track', 'purchase', { transaction_id: 'T1' });
    shop.body = '';
    await page.goto(`${shop.origin}/b`);
    await call(page, 'track', 'purchase', { transaction_id: 'T2' });
    await call(page, 'reset');
    await page.goto(`${shop.origin}/c`);
    await page.waitForFunction(() => indexedDB.databases().then((all) => all.length === 1));
    expect(await traces(page)).toEqual([{ visitor: '', consent: 'denied' }]);

    await call(page, 'consent', 'granted');
    await settled(shop, page);
    expect(shop.collector.types()).toEqual(['end']);
    expect(shop.collector.requests[0]!.batch.consent).toBe('granted');
  });

  it('denied later, empties the queue', async () => {
    shop.collector.conduct = () => ({ status: 503 });
    const page = await shop.open('/a');
    await shop.collector.until('a try', () => shop.collector.requests.length === 1);
    await call(page, 'consent', 'denied');
    await expect.poll(() => traces(page)).toEqual([{ visitor: '', consent: 'denied' }]);
    shop.collector.conduct = () => 'store';
    await call(page, 'consent', 'granted');
    await settled(shop, page);
    expect(shop.collector.types()).toEqual(['end']);
  });

  it('denied in one tab, counts in the other as soon as it is looked at', async () => {
    const page = await shop.open('/a');
    await settled(shop, page, 'start');
    const other = await shop.open('/b');
    await settled(shop, other, 'other');
    await call(other, 'consent', 'denied');
    await expect.poll(() => traces(other)).toEqual([{ visitor: '', consent: 'denied' }]);
    await page.evaluate(() => dispatchEvent(new Event('online')));
    // Reads the database after the tracker has.
    await traces(page);
    const before = shop.collector.types();
    await call(page, 'track', 'purchase', { transaction_id: 'T1' });
    await call(page, 'consent', 'granted');
    await settled(shop, page);
    expect(shop.collector.types()).toEqual([...before, 'end']);
  });

  it('required, sends and keeps nothing until it is granted, and then what came before', async () => {
    shop.attributes += ' data-require-consent';
    const page = await shop.open('/a');
    await call(page, 'track', 'view_item');
    await page.evaluate(() => dispatchEvent(new Event('pagehide')));
    expect(await traces(page)).toEqual([]);
    expect(shop.collector.requests).toEqual([]);

    await call(page, 'consent', 'granted');
    await settled(shop, page);
    expect(shop.collector.types()).toEqual(['page_view', 'view_item', 'end']);

    await page.goto(`${shop.origin}/b`);
    await shop.collector.until('the next page', () => shop.collector.types().length === 4);
    expect(new Set(shop.collector.stored().map(({ visitor }) => visitor)).size).toBe(1);
  });

  it('objected to by the browser, leaves no trace and knows no names', async () => {
    await shop.context.addInitScript(() => {
      Object.defineProperty(navigator, 'globalPrivacyControl', { value: true });
    });
    const page = await shop.open('/a');
    await call(page, 'identify', 'u-17');
    await settled(shop, page, 'first');
    await page.goto(`${shop.origin}/b`);
    await settled(shop, page, 'second');
    expect(shop.collector.types()).toEqual(['page_view', 'first', 'page_view', 'second']);
    // The collector makes one for the day.
    expect(shop.collector.stored().filter(({ visitor, user }) => visitor || user)).toEqual([]);
    expect(await traces(page)).toEqual([]);
  });
});
