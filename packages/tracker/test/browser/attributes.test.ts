import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, type Shop, settled } from './shop.ts';

describeInBrowser('attributes that say what a click means', (shop) => {
  const heard = () =>
    shop.collector
      .stored()
      .filter(({ type }) => !['page_view', 'end'].includes(type))
      .map(({ type, params }) => [type, params]);

  it('are heard once a click, on whatever is inside the element', async () => {
    shop.body = `<button data-cartograph="add_to_cart" data-cartograph-item-id="M1"
        data-cartograph-item-name="Mug" data-cartograph-price="12.5" data-cartograph-quantity="2"
        data-cartograph-currency="EUR" data-cartograph-value="25"><svg><circle r="9"/></svg></button>
      <p data-cartograph="size_guide_opened">Size guide</p><p id="else">Nothing</p>`;
    const page = await opened(shop);
    await page.locator('circle').click({ force: true });
    await page.getByText('Size guide').click({ modifiers: ['Control'] });
    await page.locator('#else').click();
    await settled(shop, page);

    expect(heard()).toEqual([
      [
        'add_to_cart',
        {
          item_id: 'M1',
          item_name: 'Mug',
          price: 12.5,
          quantity: 2,
          currency: 'EUR',
          value: 25,
          items: [expect.objectContaining({ item_id: 'M1', price: 12.5, quantity: 2 })],
        },
      ],
      ['size_guide_opened', {}],
    ]);
  });

  it('are heard inside a web component', async () => {
    shop.body = `<x-card></x-card><script>
      customElements.define('x-card', class extends HTMLElement {
        connectedCallback() {
          this.attachShadow({ mode: 'open' }).innerHTML =
            '<button data-cartograph="select_item" data-cartograph-item-id="M1">Mug</button>';
        }
      });
    </script>`;
    const page = await opened(shop);
    await page.getByText('Mug').click();
    await settled(shop, page);
    expect(heard().map(([type]) => type)).toEqual(['select_item']);
  });

  it('of a form are heard when it is submitted, and not when it is clicked', async () => {
    shop.body = `<form action="/done" data-cartograph="generate_lead" data-cartograph-currency="EUR">
      <input name="email" value="ann@example.com"><button>Send</button></form>`;
    const page = await opened(shop);
    await page.locator('input').click();
    await page.getByText('Send').click();
    await page.waitForURL('**/done?*');
    await shop.collector.until('the form', () => heard().length > 0);
    expect(heard()).toEqual([['generate_lead', { currency: 'EUR' }]]);
  });

  it('are not heard when the page itself clicks', async () => {
    shop.body = '<button data-cartograph="add_to_cart">Add</button>';
    const page = await opened(shop);
    await page.evaluate(() => document.querySelector('button')!.click());
    await settled(shop, page);
    expect(heard()).toEqual([]);
  });

  it('lose nothing when the click leaves the page', async () => {
    shop.body =
      '<a href="/next" data-cartograph="select_promotion" data-cartograph-promotion-id="SALE">Sale</a>';
    const page = await opened(shop);
    await page.getByText('Sale').click();
    await page.waitForURL('**/next');
    await shop.collector.until('the link', () => heard().length > 0);
    expect(heard()).toEqual([['select_promotion', { promotion_id: 'SALE' }]]);
  });

  it('can be switched off, all or by what they say', async () => {
    shop.attributes = 'data-off="insight shop add_to_cart"';
    shop.body = `<button data-cartograph="add_to_cart">Add</button>
      <button data-cartograph="add_to_wishlist">Later</button>`;
    const page = await opened(shop);
    await page.getByText('Add').click();
    await page.getByText('Later').click();
    await settled(shop, page);
    expect(heard()).toEqual([['add_to_wishlist', {}]]);
  });

  it('are explained on the console in debug mode, with what is sent and answered', async () => {
    shop.attributes += ' data-debug';
    shop.body = '<button data-cartograph="add_to_wishlist">Later</button>';
    const said: string[] = [];
    shop.context.on('console', (message) => said.push(message.text()));
    const page = await opened(shop);
    await page.getByText('Later').click();
    await settled(shop, page);
    await expect.poll(() => said.join('\n')).toMatch(/\[cartograph\] sends add_to_wishlist/);
    await expect.poll(() => said.join('\n')).toMatch(/\[cartograph\] hears 200 {"accepted":/);
  });
});

/** A tab in which the attributes are listened to. */
async function opened(shop: Shop): Promise<Page> {
  await shop.context.addInitScript(() => {
    const { addEventListener } = window;
    window.addEventListener = (...args: Parameters<typeof addEventListener>) => {
      addEventListener.apply(window, args);
      if (args[0] === 'submit') Object.assign(window, { hears: true });
    };
  });
  const page = await shop.open();
  await page.waitForFunction(() => 'hears' in window);
  return page;
}
