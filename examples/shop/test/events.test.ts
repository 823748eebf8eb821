import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Ga4Ecommerce, ShopEvent } from '../src/events/shopEvent.ts';
import { ADDRESS, CARD, CONTACT, selectEventIn, shopper, upToPayment } from './shopper.ts';

type Push = { event?: string; ecommerce?: Ga4Ecommerce | null };

const COMPASS = {
  item_id: 'FF-301',
  item_name: 'Brass Compass',
  item_brand: 'Fathom & Fold',
  item_category: 'Instruments',
  price: 64,
  quantity: 1,
};

/** `add_to_cart 64`, `checkout_step contact`, …: what was told, in short. */
function brief(events: readonly ShopEvent[]): string[] {
  return events.map((event) => {
    if ('dataLayer' in event) {
      const { event: name, ecommerce } = event.dataLayer;
      return [name, ecommerce?.value].filter((part) => part !== undefined).join(' ');
    }
    const [command, name, params] = event.cartograph;
    if (command !== 'track') return command;
    return [name, ...Object.values(params)].join(' ');
  });
}

function pushed(events: readonly ShopEvent[], name: string): Ga4Ecommerce | undefined {
  const pushes = events.flatMap((event) => ('dataLayer' in event ? [event.dataLayer] : []));
  return pushes.find(({ event }) => event === name)?.ecommerce;
}

describe('what the pages tell', () => {
  it('is the whole way to an order, step by step', async () => {
    const ada = shopper();
    const shelf = await ada.open('/');
    const select = selectEventIn(shelf.html, 'brass-compass');
    const product = await ada.open('/products/brass-compass');
    const added = await ada.sendByScript('/products/brass-compass', { quantity: '2' });
    const cart = await ada.open('/cart');
    const coupon = await ada.sendByScript('/cart/coupon', { coupon: 'SPRING10' });
    const contact = await ada.open('/checkout/contact');
    const shipping = await ada.send('/checkout/contact', CONTACT);
    const payment = await ada.send('/checkout/shipping', ADDRESS);
    const order = await ada.send('/checkout/payment', CARD);
    const reloaded = await ada.open(order.path);

    expect(
      [
        shelf.events,
        [select],
        ...[product, added, cart, coupon, contact, shipping, payment, order, reloaded].map(
          ({ events }) => events,
        ),
      ].map(brief),
    ).toEqual([
      ['view_item_list'],
      ['select_item'],
      ['view_item 64', 'view_item_list'],
      ['add_to_cart 128'],
      ['view_cart 128'],
      ['coupon SPRING10 applied'],
      ['begin_checkout 115.2'],
      ['checkout_step contact'],
      ['add_shipping_info 120.1'],
      ['add_payment_info 120.1', 'purchase 120.1'],
      ['purchase 120.1'],
    ]);
  });

  it('is the same way when a script walks it', async () => {
    const ada = shopper();
    await ada.sendByScript('/products/brass-compass', { quantity: '1' });
    const page = await ada.open('/fast-checkout');
    const contact = await ada.sendByScript('/fast-checkout', CONTACT);
    const shipping = await ada.sendByScript('/fast-checkout/shipping', ADDRESS);
    const payment = await ada.sendByScript('/fast-checkout/payment', CARD);
    const reloaded = await ada.open(payment.url!);

    expect([page, contact, shipping, payment, reloaded].map(({ events }) => brief(events))).toEqual(
      [
        ['begin_checkout 64'],
        ['checkout_step contact'],
        ['add_shipping_info 68.9'],
        ['add_payment_info 68.9', 'purchase 68.9'],
        ['purchase 68.9'],
      ],
    );
  });

  it('skips contact and shipping with a wallet', async () => {
    const ada = shopper();
    await ada.sendByScript('/products/brass-compass', { quantity: '1' });
    const { events } = await ada.send('/checkout/wallet');
    expect(brief(events)).toEqual(['begin_checkout 64', 'add_payment_info 64', 'purchase 64']);
    expect(pushed(events, 'add_payment_info')?.payment_type).toBe('wallet');
  });

  it('is told once: the next page knows nothing of it', async () => {
    const ada = await upToPayment();
    const { events } = await ada.open('/checkout/payment');
    expect(brief(events)).toEqual([]);

    await ada.request('/login', {
      method: 'POST',
      body: new URLSearchParams({ user: 'Ada', password: 'demo' }),
    });
    const response = await ada.request('/');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
  });

  it('of a purchase is the order', async () => {
    const ada = await upToPayment();
    await ada.send('/cart/coupon', { coupon: 'SPRING10' });
    const { path, events } = await ada.send('/checkout/payment', CARD);
    expect(pushed(events, 'purchase')).toEqual({
      currency: 'EUR',
      value: 62.5,
      tax: 9.98,
      shipping: 4.9,
      coupon: 'SPRING10',
      transaction_id: path.replace('/orders/', ''),
      items: [COMPASS],
    });
  });

  it('of a step names what was chosen', async () => {
    const ada = shopper();
    await ada.send('/products/brass-compass', { quantity: '1' });
    await ada.send('/checkout/contact', CONTACT);
    const shipped = await ada.send('/checkout/shipping', { ...ADDRESS, tier: 'courier' });
    expect(pushed(shipped.events, 'add_shipping_info')?.shipping_tier).toBe('Courier');
    const paid = await ada.send('/checkout/payment', CARD);
    expect(pushed(paid.events, 'add_payment_info')?.payment_type).toBe('card');
  });

  it('of a list has places, variants and discounts', async () => {
    const { events } = await shopper().open('/?category=maps');
    const list = pushed(events, 'view_item_list');
    expect(list).toMatchObject({ item_list_id: 'maps', item_list_name: 'Maps & charts' });
    expect(list?.items.map(({ index, item_id }) => [index, item_id])).toEqual([
      [0, 'FF-101'],
      [1, 'FF-102'],
      [2, 'FF-103'],
    ]);
    expect(list?.items[0]).toMatchObject({ item_variant: 'Flat sheet', price: 38 });
    expect(list?.items[1]).toMatchObject({ price: 36, discount: 9 });
  });

  it('of a changed quantity is the difference', async () => {
    const ada = shopper();
    await ada.sendByScript('/products/brass-compass', { quantity: '2' });
    const more = await ada.sendByScript('/cart/lines/brass-compass', { quantity: '3' });
    const gone = await ada.sendByScript('/cart/lines/brass-compass', { quantity: '0' });
    expect([more, gone].map(({ events }) => brief(events))).toEqual([
      ['add_to_cart 64'],
      ['remove_from_cart 192'],
    ]);
  });

  it('of a search is its term, and what it found', async () => {
    const { events } = await shopper().open('/search?q=compass');
    expect(brief(events)).toEqual(['search', 'view_item_list']);
    expect(events[0]).toEqual({ dataLayer: { event: 'search', search_term: 'compass' } });
  });

  it('of what went wrong is what the shopper was shown', async () => {
    const ada = await upToPayment();
    const denied = await ada.send('/cart/coupon', { coupon: 'EXPIRED' });
    const soldOut = await ada.open('/products/desk-globe');
    const short = await ada.sendByScript('/products/map-roll', { quantity: '99' });
    const invalid = await ada.send('/checkout/payment', { ...CARD, code: '1', expiry: '' });
    const declined = await ada.send('/checkout/payment', { ...CARD, number: '4000000000000002' });
    const password = await ada.send('/login', { user: 'Ada', password: 'x' });

    const alerts = [denied, soldOut, short, invalid, declined, password].map(({ events }) =>
      brief(events.filter((event) => 'cartograph' in event)),
    );
    expect(alerts).toEqual([
      ['coupon EXPIRED denied'],
      ['alert INVENTORY_ERROR The Desk Globe is sold out. We are making more.'],
      ['alert INVENTORY_ERROR We have only 6 of the Waxed Map Roll.'],
      [
        'alert INPUT_REQUIRED Please enter the expiry date.',
        'alert INPUT_INVALID The security code has 3 or 4 digits.',
      ],
      ['alert PAYMENT_ERROR Your bank declined this card. Nothing was charged: try another one.'],
      ['alert INPUT_INVALID That is not the password. It is “demo”.'],
    ]);
    expect(brief(declined.events)[0]).toBe('add_payment_info 68.9');
  });

  it('of a login is an id that is the same on every device, and no name', async () => {
    const login = async (user: string) =>
      (await shopper().send('/login', { user, password: 'demo' })).events;
    const [identify, login1] = await login('Ada');
    expect(identify).toEqual({
      cartograph: ['identify', expect.stringMatching(/^account-[0-9a-f]{12}$/)],
    });
    expect(login1).toEqual({ dataLayer: { event: 'login', method: 'password' } });
    expect((await login('ada'))[0]).toEqual(identify);
    expect((await login('Grace'))[0]).not.toEqual(identify);
  });

  it('of a logout starts afresh', async () => {
    const ada = shopper();
    await ada.send('/login', { user: 'Ada', password: 'demo' });
    expect((await ada.send('/logout')).events[0]).toEqual({ cartograph: ['reset'] });
  });
});

describe('the page script', () => {
  const dataLayer: Push[] = [];
  const cartograph = vi.fn();
  const { href } = new URL('../public/tell.js', import.meta.url);

  beforeEach(() => {
    dataLayer.length = 0;
    vi.stubGlobal('window', { dataLayer, cartograph });
    return () => vi.unstubAllGlobals();
  });

  it('clears the items of the event before, and keeps the order', async () => {
    const { tell } = await import(/* @vite-ignore */ href);
    const ada = shopper();
    await ada.send('/products/brass-compass', { quantity: '1' });
    const { events } = await ada.send('/checkout/wallet');
    tell(events);
    expect(dataLayer.map(({ event, ecommerce }) => event ?? ecommerce)).toEqual([
      null,
      'begin_checkout',
      null,
      'add_payment_info',
      null,
      'purchase',
    ]);
    expect(cartograph).not.toHaveBeenCalled();
  });

  it('hands commands to the tracker, and login as it is', async () => {
    const { tell } = await import(/* @vite-ignore */ href);
    const { events } = await shopper().send('/login', { user: 'Ada', password: 'demo' });
    tell(events.slice(0, 2));
    expect(dataLayer).toEqual([{ event: 'login', method: 'password' }]);
    expect(cartograph).toHaveBeenCalledExactlyOnceWith('identify', expect.any(String));
  });
});
