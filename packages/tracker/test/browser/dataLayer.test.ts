import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, settled } from './shop.ts';

type Globals = { dataLayer: unknown[]; seen: unknown[] };

const push = (page: Page, entry: unknown) =>
  page.evaluate((pushed) => (window as unknown as Globals).dataLayer.push(pushed), entry);

const addToCart = { event: 'add_to_cart', ecommerce: { items: [{ item_id: 33, price: '9.50' }] } };

/** What a tag manager does to `push`, and then shows what it got. */
const TAG_MANAGER = `<script>
  window.dataLayer ||= [];
  window.seen = [...dataLayer];
  const push = dataLayer.push;
  dataLayer.push = function (...entries) {
    seen.push(...entries);
    return push.apply(dataLayer, entries);
  };
</script>`;

describeInBrowser('the data layer', (shop) => {
  const heard = () =>
    shop.collector
      .stored()
      .filter(({ type }) => type !== 'page_view' && type !== 'end')
      .map(({ type, params }) => [type, params]);

  it('is heard from before the script had loaded, and afterwards, by push and by gtag()', async () => {
    shop.head = `<script>
      window.dataLayer = window.dataLayer || [];
      function gtag() { dataLayer.push(arguments); }
      gtag('js', new Date());
      gtag('event', 'view_item', { value: '9.50', send_to: 'G-1', items: [{ item_id: 7 }] });
    </script>`;
    const page = await shop.open();
    await push(page, { ecommerce: null });
    await push(page, addToCart);
    await page.evaluate(() => {
      (window as unknown as { gtag(...args: unknown[]): void }).gtag('event', 'begin_checkout', {});
    });
    await settled(shop, page);
    expect(heard()).toEqual([
      ['view_item', { value: 9.5, items: [{ item_id: '7' }] }],
      ['add_to_cart', { items: [{ item_id: '33', price: 9.5 }] }],
      ['begin_checkout', {}],
    ]);
    expect(shop.errors).toEqual([]);
  });

  it.each([
    ['before', (html: string) => Object.assign(shop, { head: html })],
    ['after', (html: string) => Object.assign(shop, { attributes: '', body: html })],
  ])('is heard once, and by the tag manager too, which replaced push() %s', async (when, add) => {
    if (when === 'before') add(TAG_MANAGER);
    const page = await shop.open();
    if (when === 'after') {
      await settled(shop, page, 'end');
      await page.evaluate((html) => {
        const script = document.createElement('script');
        script.textContent = html.replaceAll(/<.?script>/g, '');
        document.head.append(script);
      }, TAG_MANAGER);
    }
    const length = await push(page, addToCart);
    await push(page, { event: 'scroll' });
    await settled(shop, page, 'end2');

    expect(length).toBe(1);
    expect(await page.evaluate(() => (window as unknown as Globals).seen)).toEqual([
      addToCart,
      { event: 'scroll' },
    ]);
    expect(await page.evaluate(() => (window as unknown as Globals).dataLayer)).toEqual([
      addToCart,
      { event: 'scroll' },
    ]);
    expect(heard().filter(([type]) => type === 'add_to_cart')).toHaveLength(1);
  });

  it('is heard when push() is replaced by one that forgets the one before', async () => {
    const page = await shop.open();
    await settled(shop, page, 'start');
    await page.evaluate(() => {
      const { dataLayer } = window as unknown as Globals;
      dataLayer.push = (...entries) => Array.prototype.push.apply(dataLayer, entries);
    });
    await push(page, addToCart);
    await settled(shop, page);
    expect(heard().map(([type]) => type)).toContain('add_to_cart');
  });

  it('may hold what makes reading fail: that alone is lost', async () => {
    const page = await shop.open();
    const lengths = await page.evaluate(() => {
      const { dataLayer } = window as unknown as Globals;
      const circle: Record<string, unknown> = { event: 'view_cart', value: 1 };
      circle.items = [circle];
      return [
        dataLayer.push(circle),
        dataLayer.push({
          event: 'view_cart',
          get ecommerce() {
            throw new Error('no');
          },
        }),
        dataLayer.push(null),
        dataLayer.push({ event: 'view_cart', ecommerce: { value: 2, eventCallback() {} } }),
      ];
    });
    expect(lengths).toEqual([1, 2, 3, 4]);
    await settled(shop, page);
    expect(heard()).toEqual([
      ['view_cart', { value: 1, items: [{ value: 1 }] }],
      ['view_cart', { value: 2 }],
    ]);
    expect(shop.errors).toEqual([]);
  });

  it('is heard when the page begins another one after us', async () => {
    shop.body = `<script>
      addEventListener('DOMContentLoaded', () => {
        window.dataLayer = [{ event: 'view_cart', ecommerce: { value: 3 } }];
      });
    </script>`;
    const page = await shop.open();
    await push(page, addToCart);
    await settled(shop, page);
    expect(heard().map(([type]) => type)).toEqual(['view_cart', 'add_to_cart']);
  });

  it('may have another name', async () => {
    shop.attributes += ' data-data-layer="layer"';
    const page = await shop.open();
    await page.evaluate((entry) => {
      (window as unknown as { layer: unknown[] }).layer.push(entry);
    }, addToCart);
    await settled(shop, page);
    expect(heard()).toHaveLength(1);
    expect(await page.evaluate(() => 'dataLayer' in window)).toBe(false);
  });
});
