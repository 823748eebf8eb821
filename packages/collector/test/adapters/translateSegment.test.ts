import { describe, expect, it } from 'vitest';
import { translateSegment } from '../../src/adapters/segment/translateSegment.ts';
import { NOW } from '../touchpoints.ts';
import { MUG, MUG_ITEM, ORDER } from './spec.ts';

const BROWSER = { trusted: false, receivedAt: NOW };
const SERVER = { trusted: true, receivedAt: NOW };
const EUR = { currency: 'EUR' };
const GOODS = { ...EUR, products: [MUG] };

const track = (event: string, properties: object, sender = BROWSER) =>
  translateSegment(
    { type: 'track', messageId: 'm1', anonymousId: 'a1', event, properties },
    undefined,
    sender,
  ).told[0];

describe(translateSegment.name, () => {
  // https://segment.com/docs/connections/spec/ecommerce/v2/
  it.each<[string, object, string, object]>([
    ['Products Searched', { query: 'mug' }, 'search', { search_term: 'mug' }],
    [
      'Product List Viewed',
      { ...GOODS, list_id: 'l1', category: 'Kitchen' },
      'view_item_list',
      { ...EUR, items: [MUG_ITEM], item_list_id: 'l1', item_list_name: 'Kitchen' },
    ],
    ['Product List Filtered', GOODS, 'view_item_list', { ...EUR, items: [MUG_ITEM] }],
    ['Product Clicked', { ...MUG, ...EUR }, 'select_item', { ...EUR, items: [MUG_ITEM] }],
    [
      'Product Viewed',
      { ...MUG, ...EUR, value: 25 },
      'view_item',
      { ...EUR, value: 25, items: [MUG_ITEM] },
    ],
    [
      'Product Added',
      { ...MUG, ...EUR, cart_id: 'c1' },
      'add_to_cart',
      { ...EUR, cart_id: 'c1', items: [MUG_ITEM] },
    ],
    ['Product Removed', MUG, 'remove_from_cart', { items: [MUG_ITEM] }],
    [
      'Product Added to Wishlist',
      { ...MUG, wishlist_id: 'w1' },
      'add_to_wishlist',
      { wishlist_id: 'w1', items: [MUG_ITEM] },
    ],
    ['Wishlist Product Added to Cart', MUG, 'add_to_cart', { items: [MUG_ITEM] }],
    [
      'Promotion Viewed',
      { promotion_id: 'p1', creative: 'top', name: 'Spring', position: 'home' },
      'view_promotion',
      {
        promotion_id: 'p1',
        promotion_name: 'Spring',
        creative_name: 'top',
        creative_slot: 'home',
      },
    ],
    ['Promotion Clicked', { promotion_id: 'p1' }, 'select_promotion', { promotion_id: 'p1' }],
    [
      'Cart Viewed',
      { ...GOODS, cart_id: 'c1' },
      'view_cart',
      { cart_id: 'c1', ...EUR, items: [MUG_ITEM] },
    ],
    [
      'Checkout Started',
      { ...GOODS, value: 25, coupon: 'SPRING' },
      'begin_checkout',
      { ...EUR, value: 25, coupon: 'SPRING', items: [MUG_ITEM] },
    ],
    ['Checkout Step Viewed', { step: 1 }, 'begin_checkout', { step: '1' }],
    [
      'Checkout Step Viewed',
      { step: 2, shipping_method: 'DHL' },
      'checkout_step_viewed',
      { step: '2', shipping_tier: 'DHL' },
    ],
    [
      'Checkout Step Completed',
      { step: 2, shipping_method: 'DHL' },
      'add_shipping_info',
      { shipping_tier: 'DHL' },
    ],
    [
      'Checkout Step Completed',
      { step: 3, shipping_method: 'DHL', payment_method: 'Visa' },
      'add_payment_info',
      { shipping_tier: 'DHL', payment_type: 'Visa' },
    ],
    ['Checkout Step Completed', { step: 1 }, 'checkout_step', { step: 'step-1' }],
    [
      'Checkout Step Completed',
      { step_name: 'gift' },
      'checkout_step',
      { step_name: 'gift', step: 'gift' },
    ],
    [
      'Payment Info Entered',
      { payment_method: 'Visa' },
      'add_payment_info',
      { payment_type: 'Visa' },
    ],
    ['Payment Info Entered', { order_id: 'O-1' }, 'add_payment_info', { order_id: 'O-1' }],
    [
      'Order Completed',
      ORDER,
      'purchase',
      {
        ...EUR,
        transaction_id: 'O-1001',
        checkout_id: 'c-1',
        value: 34.9,
        shipping: 4.9,
        tax: 5,
        items: [MUG_ITEM],
      },
    ],
    [
      'Order Completed',
      { order_id: 7, revenue: 25 },
      'purchase',
      { transaction_id: '7', value: 25 },
    ],
    ['Order Updated', ORDER, 'purchase', { ...EUR, transaction_id: 'O-1001' }],
    [
      'Order Refunded',
      { order_id: 'O-1001', total: 12.5, ...EUR },
      'refund',
      { ...EUR, transaction_id: 'O-1001', value: 12.5 },
    ],
    ['Order Cancelled', ORDER, 'refund', { ...EUR, transaction_id: 'O-1001', cancelled: true }],
    ['Coupon Entered', { coupon_id: 'SPRING' }, 'coupon', { coupon: 'SPRING' }],
    [
      'Coupon Applied',
      { coupon_id: 'c1', coupon_name: 'SPRING', discount: 3 },
      'coupon',
      { coupon: 'SPRING', status: 'applied', discount: 3 },
    ],
    [
      'Coupon Denied',
      { coupon_id: 'OLD', reason: 'expired' },
      'coupon',
      { coupon: 'OLD', status: 'denied', reason: 'expired' },
    ],
    ['Coupon Removed', { coupon_id: 'SPRING' }, 'coupon_removed', { coupon: 'SPRING' }],
    [
      'Product Shared',
      { share_via: 'email', recipient: 'ann@mail.example', share_message: 'Look!', ...MUG },
      'share',
      expect.objectContaining({ method: 'email', content_type: 'product', item_id: 'p-77' }),
    ],
    ['Cart Shared', { share_via: 'link' }, 'share', { method: 'link', content_type: 'cart' }],
    [
      'Product Reviewed',
      { product_id: 'p-77', rating: '5', review_body: 'I, Ann, …' },
      'review',
      { product_id: 'p-77', item_id: 'p-77', rating: '5' },
    ],
    ['Signed Up', { type: 'invited', email: 'ann@mail.example' }, 'sign_up', { method: 'invited' }],
    ['Signed In', { username: 'ann' }, 'login', {}],
    // Everything else is the shop's own.
    ['Video öffnen!', { seconds: 3, nested: { a: 1 } }, 'Video_offnen', { seconds: 3 }],
    ['404', {}, 'event_404', {}],
    ['add_to_cart', { value: 3 }, 'add_to_cart', { value: 3 }],
  ])('%s %j is %s', (event, properties, type, params) => {
    const told = track(event, properties);
    expect(told).toMatchObject({ key: 'm1', visitor: 'a1', type });
    expect(told?.params).toEqual(params);
  });

  it.each(['product added', 'Product_Added', ' PRODUCT  ADDED ', 'Order Canceled'])(
    'knows %j however it is spelled',
    (event) => {
      expect(['add_to_cart', 'refund']).toContain(track(event, MUG)?.type);
    },
  );

  it('keeps nobody’s data', () => {
    const told = [
      track('Product Shared', { recipient: 'ann@mail.example', share_message: 'Hello Ann' }),
      track('Signed Up', { first_name: 'Ann', last_name: 'Lee', email: 'ann@mail.example' }),
      track('Feedback', { text: 'write to ann@mail.example', address: { street: 'Ann St' } }),
    ];
    expect(JSON.stringify(told)).not.toMatch(/ann/i);
  });

  it('vouches for the orders of a server, and for no one else’s', () => {
    expect(track('Order Completed', ORDER, SERVER)).toHaveProperty('confirmed', true);
    expect(track('Order Refunded', ORDER, SERVER)).toHaveProperty('confirmed', true);
    expect(track('Product Added', MUG, SERVER)).not.toHaveProperty('confirmed');
    expect(track('Order Completed', ORDER)).not.toHaveProperty('confirmed');
    // It names no sum, and so would have every other word's place for nothing.
    expect(track('Order Updated', ORDER, SERVER)).not.toHaveProperty('confirmed');
  });

  const message = (rest: object) => ({ messageId: 'm1', anonymousId: 'a1', ...rest });
  const one = (rest: object, sender = BROWSER) =>
    translateSegment(message(rest), undefined, sender).told[0];

  it.each([
    ['by its context', { type: 'track', event: 'X', context: { page: page() } }],
    ['by its own properties', { type: 'page', properties: page() }],
  ])('knows the page %s', (_, rest) => {
    expect(one(rest)).toMatchObject({
      url: 'https://shop.example/p/mug?utm_source=news',
      referrer: 'https://www.google.com/',
      title: 'Mug',
    });
  });

  it('takes no product’s address for the page’s', () => {
    expect(one({ type: 'track', event: 'Product Viewed', properties: MUG })).not.toHaveProperty(
      'url',
    );
  });

  it.each([
    [
      'the time that was told before any other',
      { originalTimestamp: iso(1), timestamp: iso(2) },
      2,
    ],
    ['the time of the call', { originalTimestamp: iso(1), sentAt: iso(0) }, 1],
    ['the time it was sent', { sentAt: iso(3) }, 3],
    ['now, when nobody says', {}, 0],
    ['now, when it is none', { timestamp: 'soon' }, 0],
  ])('goes by %s', (_, times, minutesAgo) => {
    expect(one({ type: 'track', event: 'X', ...times })?.at).toBe(NOW - minutesAgo * 60_000);
  });

  it('says when a batch was sent, so that a wrong clock is known', () => {
    const batch = [message({ type: 'page' })];
    expect(translateSegment({ batch, sentAt: iso(5) }, undefined, BROWSER).sentAt).toBe(
      NOW - 5 * 60_000,
    );
    expect(translateSegment(message({ type: 'page' }), undefined, BROWSER).sentAt).toBeUndefined();
  });

  it('joins a visitor to a user by identify and by alias, and keeps no traits', () => {
    const traits = { email: 'ann@mail.example' };
    expect(one({ type: 'identify', userId: 'u1', traits })).toMatchObject({
      type: 'identify',
      visitor: 'a1',
      user: 'u1',
      params: {},
    });
    expect(one({ type: 'alias', userId: 'u1', previousId: 'old' })).toMatchObject({
      type: 'identify',
      visitor: 'old',
      user: 'u1',
    });
  });

  it.each([
    ['a group', { type: 'group', groupId: 'g1' }],
    ['an identify that joins nobody', { type: 'identify', userId: 'u1', anonymousId: undefined }],
    ['an identify of nobody', { type: 'identify', userId: null }],
  ])('leaves %s out, which is no part of a way to an order', (_, rest) => {
    expect(translateSegment(message(rest), undefined, SERVER)).toMatchObject({
      told: [],
      refused: [],
    });
  });

  it('names what it can’t understand, and keeps its neighbours', () => {
    const batch = [
      { type: 'track', messageId: 'm1', event: '' },
      { type: 'track', messageId: 'm2', event: '!!!' },
      { type: 'dance', messageId: 'm3' },
      null,
      { type: 'page', messageId: 'm5', anonymousId: 'a1' },
    ];
    const { told, refused } = translateSegment({ batch }, undefined, BROWSER);
    expect(told.map(({ key }) => key)).toEqual(['m5']);
    expect(refused).toEqual([
      { id: 'm1', reason: 'event: expected a name, got none' },
      { id: 'm2', reason: 'event: expected a name with letters or digits, got "!!!"' },
      { id: 'm3', reason: expect.stringContaining('got "dance"') },
      { id: null, reason: expect.stringContaining('got undefined') },
    ]);
  });

  it.each([[undefined], [null], ['text'], [7], [[]], [{}]])('refuses %j', (body) => {
    expect(translateSegment(body, undefined, BROWSER)).toMatchObject({
      told: [],
      refused: [{ id: null }],
    });
  });

  it('takes the type from the path a message was posted to', () => {
    const { told } = translateSegment(message({ event: 'Product Added' }), 'track', BROWSER);
    expect(told[0]?.type).toBe('add_to_cart');
  });

  it.each([
    ['a screen', { type: 'screen', name: 'Home' }, 'app'],
    ['a mobile client', { type: 'track', event: 'X', channel: 'mobile' }, 'app'],
    ['what a server says', { type: 'track', event: 'X', context: { channel: 'store' } }, 'store'],
    ['a server, which is no place', { type: 'track', event: 'X', channel: 'server' }, undefined],
  ])('knows the channel by %s', (_, rest, channel) => {
    expect(one(rest, SERVER)?.channel).toBe(channel);
    expect(one(rest, BROWSER)?.channel).toBeUndefined();
  });
});

function page() {
  return {
    url: 'https://shop.example/p/mug?utm_source=news&token=secret#reviews',
    referrer: 'https://www.google.com/',
    title: 'Mug',
  };
}

function iso(minutesAgo: number): string {
  return new Date(NOW - minutesAgo * 60_000).toISOString();
}
