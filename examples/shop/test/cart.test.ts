import { describe, expect, it } from 'vitest';
import { newShop, shopper } from './shopper.ts';

describe('the cart', () => {
  it('takes things in without leaving the product', async () => {
    const ada = shopper();
    const { parts } = await ada.sendByScript('/products/field-notebook', {
      variant: 'rust',
      quantity: '2',
    });
    expect(parts.added).toContain('2 × Field Notebook, Rust');
    expect(parts['cart-link']).toContain('2<span class="sr-only"> items');
  });

  it.each(['0', '-2', '1.5', '2 or 3', ''])('takes in no "%s" things', async (quantity) => {
    const { status, html } = await shopper().send('/products/star-wheel', { quantity });
    expect(status).toBe(422);
    expect(html).toContain('Please enter a whole number, 1 or more.');
  });

  it('shows itself to a browser without script', async () => {
    const { path, html } = await shopper().send('/products/star-wheel', { quantity: '1' });
    expect(path).toBe('/cart');
    expect(html).toContain('Star Wheel');
  });

  it('adds to the line that is there, and keeps variants apart', async () => {
    const ada = shopper();
    await ada.send('/products/field-notebook', { variant: 'rust', quantity: '1' });
    await ada.send('/products/field-notebook', { variant: 'ink', quantity: '1' });
    const { html } = await ada.send('/products/field-notebook', { variant: 'rust', quantity: '2' });
    expect(html).toContain('action="/cart/lines/field-notebook.rust"');
    expect(html).toContain('action="/cart/lines/field-notebook.ink"');
    expect(html).toContain('<dd>€56.00</dd>');
  });

  it('changes and empties', async () => {
    const ada = shopper();
    await ada.send('/products/brass-compass', { quantity: '1' });
    const more = await ada.send('/cart/lines/brass-compass', { quantity: '2' });
    expect(more.html).toContain('<dd>€128.00</dd>');
    const none = await ada.send('/cart/lines/brass-compass', { quantity: '0' });
    expect(none.html).toContain('Nothing packed yet');
    expect(none.events).toEqual([
      expect.objectContaining({
        dataLayer: expect.objectContaining({ event: 'remove_from_cart' }),
      }),
    ]);
  });

  it.each(['-1', '1.5', 'many', ''])('ignores a quantity of "%s"', async (quantity) => {
    const ada = shopper();
    await ada.send('/products/brass-compass', { quantity: '3' });
    const { html } = await ada.send('/cart/lines/brass-compass', { quantity });
    expect(html).toContain('<dd>€192.00</dd>');
  });

  it('takes ten per cent off for SPRING10, and gives it back', async () => {
    const ada = shopper();
    await ada.send('/products/brass-compass', { quantity: '1' });
    const applied = await ada.send('/cart/coupon', { coupon: ' spring10 ' });
    expect(applied.html).toContain('<dd>−€6.40</dd>');
    expect(applied.html).toContain('€57.60');
    const removed = await ada.send('/cart/coupon/remove');
    expect(removed.html).not.toContain('€57.60');
  });

  it.each([
    ['EXPIRED', 'The coupon EXPIRED ended last season.'],
    ['NONSENSE', 'We don’t know the coupon NONSENSE.'],
    ['', 'Please enter a coupon code.'],
  ])('refuses the coupon "%s" once, and says why', async (coupon, message) => {
    const ada = shopper();
    await ada.send('/products/brass-compass', { quantity: '1' });
    const { html } = await ada.send('/cart/coupon', { coupon });
    expect(html).toContain(message);
    expect((await ada.open('/cart')).html).not.toContain(message);
  });

  it('is asked for anew when a shopper goes back to it', async () => {
    const ada = shopper();
    const cacheControl = async (path: string) =>
      (await ada.request(path)).headers.get('Cache-Control');
    expect(await cacheControl('/')).toBeNull();
    expect(await cacheControl('/cart')).toBe('no-store');
    expect(await cacheControl('/fast-checkout')).toBe('no-store');
  });

  it('is each shopper’s own', async () => {
    const shop = newShop();
    const [ada, grace] = [shopper(shop), shopper(shop)];
    await ada.send('/products/brass-compass', { quantity: '1' });
    await grace.send('/products/star-wheel', { quantity: '1' });
    expect((await ada.open('/cart')).html).not.toContain('Star Wheel');
    expect((await grace.open('/cart')).html).not.toContain('Brass Compass');
  });
});

describe('stock', () => {
  it('sells nothing that is sold out, and says so on its page', async () => {
    const ada = shopper();
    const page = await ada.open('/products/desk-globe');
    expect(page.html).toContain('The Desk Globe is sold out.');
    expect(page.html).not.toContain('Add to cart');
    const { status } = await ada.send('/products/desk-globe', { quantity: '1' });
    expect(status).toBe(409);
    expect((await ada.open('/cart')).html).toContain('Nothing packed yet');
  });

  it('counts what is in the cart already', async () => {
    const ada = shopper();
    await ada.send('/products/map-roll', { quantity: '4' });
    const { status, parts } = await ada.sendByScript('/products/map-roll', { quantity: '3' });
    expect(status).toBe(409);
    expect(parts.added).toContain('We have only 6 of the Waxed Map Roll.');
    const { html } = await ada.send('/cart/lines/map-roll', { quantity: '7' });
    expect(html).toContain('We have only 6 of the Waxed Map Roll.');
    expect(html).toContain('<dd>€232.00</dd>');
  });
});
