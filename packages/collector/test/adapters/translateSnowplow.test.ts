import { describe, expect, it } from 'vitest';
import { translateSnowplow } from '../../src/adapters/snowplow/translateSnowplow.ts';
import { NOW } from '../touchpoints.ts';

const BROWSER = { trusted: false, receivedAt: NOW };
const ECOMMERCE = 'iglu:com.snowplowanalytics.snowplow.ecommerce';
const SNOWPLOW = 'iglu:com.snowplowanalytics.snowplow';

const payload = (rest: object) => ({
  eid: 'e1',
  aid: 'shop',
  p: 'web',
  duid: 'd1',
  dtm: String(NOW - 1000),
  stm: String(NOW),
  ...rest,
});
const entity = (name: string, data: object, from = ECOMMERCE) => ({
  schema: `${from}/${name}/jsonschema/1-0-0`,
  data,
});
const event = (schema: string, data: object, entities: object[] = []) => ({
  e: 'ue',
  ue_pr: JSON.stringify({ schema: '…/unstruct_event/…', data: { schema, data } }),
  co: JSON.stringify({ schema: '…/contexts/…', data: entities }),
});
const action = (type: string, entities: object[] = [], rest: object = {}) =>
  event(`${ECOMMERCE}/snowplow_ecommerce_action/jsonschema/1-0-2`, { type, ...rest }, entities);

const MUG = entity('product', {
  id: 'MUG-B',
  name: 'Mug',
  category: 'Kitchen',
  brand: 'Clay',
  variant: 'blue',
  price: 12.5,
  list_price: 15,
  quantity: 2,
  position: 3,
  currency: 'EUR',
});
const ITEM = {
  item_id: 'MUG-B',
  item_name: 'Mug',
  item_category: 'Kitchen',
  item_brand: 'Clay',
  item_variant: 'blue',
  price: 12.5,
  quantity: 2,
  index: 3,
};
const GOODS = { currency: 'EUR', items: [ITEM] };

const all = (...payloads: object[]) => translateSnowplow(payloads.map(payload), BROWSER);
const one = (rest: object) => all(rest).told[0];

describe(translateSnowplow.name, () => {
  // https://docs.snowplow.io/docs/events/ootb-data/ecommerce-events/
  it.each<[string, object, string, object]>([
    ['a product view', action('product_view', [MUG]), 'view_item', GOODS],
    [
      'a list view',
      action('list_view', [MUG], { name: 'Top' }),
      'view_item_list',
      { ...GOODS, item_list_name: 'Top' },
    ],
    [
      'a list click',
      action('list_click', [MUG], { name: 'Top' }),
      'select_item',
      { ...GOODS, item_list_name: 'Top' },
    ],
    [
      'goods that came in, which are worth less than the cart',
      action('add_to_cart', [MUG, entity('cart', { total_value: 99, currency: 'EUR' })]),
      'add_to_cart',
      GOODS,
    ],
    ['goods taken out', action('remove_from_cart', [MUG]), 'remove_from_cart', GOODS],
    [
      'a promotion seen',
      action('promo_view', [entity('promotion', { id: 'p1', name: 'Spring', slot: 'top' })]),
      'view_promotion',
      { promotion_id: 'p1', promotion_name: 'Spring', creative_slot: 'top' },
    ],
    [
      'a promotion clicked',
      action('promo_click', [entity('promotion', { id: 'p1' })]),
      'select_promotion',
      { promotion_id: 'p1' },
    ],
    ...(
      [
        [{ step: 1, account_type: 'guest' }, 'checkout_step', { step: 'contact' }],
        [{ step: 2, shipping_postcode: '10115' }, 'checkout_step', { step: 'address' }],
        [
          { step: 2, delivery_method: 'DHL', shipping_postcode: '10115' },
          'add_shipping_info',
          { shipping_tier: 'DHL' },
        ],
        [{ step: 3, payment_method: 'card' }, 'add_payment_info', { payment_type: 'card' }],
        [{ step: 4 }, 'checkout_step', { step: 'step-4' }],
      ] as const
    ).map(
      ([data, type, params]) =>
        [
          `a checkout step with ${Object.keys(data).join(', ')}`,
          action('checkout_step', [entity('checkout_step', data)]),
          type,
          params,
        ] as [string, object, string, object],
    ),
    [
      'an order',
      action('transaction', [
        MUG,
        entity('transaction', {
          transaction_id: 'O-1',
          revenue: 34.9,
          currency: 'EUR',
          payment_method: 'card',
          tax: 5,
          shipping: 4.9,
          discount_code: 'SPRING',
        }),
      ]),
      'purchase',
      {
        ...GOODS,
        transaction_id: 'O-1',
        value: 34.9,
        tax: 5,
        shipping: 4.9,
        payment_type: 'card',
        coupon: 'SPRING',
      },
    ],
    [
      'a refund',
      action('refund', [
        entity('refund', { transaction_id: 'O-1', refund_amount: 12.5, currency: 'EUR' }),
      ]),
      'refund',
      { transaction_id: 'O-1', value: 12.5, currency: 'EUR' },
    ],
    [
      'a payment that failed',
      action('trns_error', [entity('transaction_error', { error_description: 'Card declined' })]),
      'alert',
      { alert_type: 'PAYMENT_ERROR', message: 'Card declined' },
    ],
    [
      'goods that came in, as older trackers say it',
      event(`${SNOWPLOW}/add_to_cart/jsonschema/1-0-0`, {
        sku: 'MUG-B',
        name: 'Mug',
        unitPrice: 12.5,
        quantity: 2,
        currency: 'EUR',
      }),
      'add_to_cart',
      {
        currency: 'EUR',
        items: [{ item_id: 'MUG-B', item_name: 'Mug', price: 12.5, quantity: 2 }],
      },
    ],
    [
      'a search',
      event(`${SNOWPLOW}/site_search/jsonschema/1-0-0`, { terms: ['blue', 'mug'] }),
      'search',
      { search_term: 'blue mug' },
    ],
    [
      'an error of the page',
      event(`${SNOWPLOW}/application_error/jsonschema/1-0-1`, { message: 'x is undefined' }),
      'exception',
      { description: 'x is undefined' },
    ],
    [
      'an event of the shop’s own',
      event('iglu:example.shop/quiz_done/jsonschema/1-0-0', { score: 3, nested: { a: 1 } }),
      'quiz_done',
      { score: 3 },
    ],
    [
      'a structured event',
      { e: 'se', se_ca: 'video', se_ac: 'play', se_la: 'intro', se_va: '3' },
      'play',
      { category: 'video', label: 'intro', amount: '3' },
    ],
    ['a page view', { e: 'pv' }, 'page_view', {}],
  ])('reads %s', (_, rest, type, params) => {
    expect(one(rest)).toMatchObject({ key: 'e1', visitor: 'd1', at: NOW - 1000, type });
    expect(one(rest)?.params).toEqual(params);
  });

  it('takes the lines of an order that come with it for the order’s', () => {
    const order = { e: 'tr', tr_id: 'O-1', tr_tt: '34.9', tr_cu: 'EUR', tr_sh: '4.9' };
    const line = { e: 'ti', ti_id: 'O-1', ti_sk: 'MUG-B', ti_nm: 'Mug', ti_pr: '12.5', ti_qu: '2' };
    expect(all(order, line, { ...line, ti_id: 'O-2' }).told).toMatchObject([
      {
        type: 'purchase',
        params: {
          transaction_id: 'O-1',
          value: '34.9',
          shipping: '4.9',
          items: [{ item_id: 'MUG-B', item_name: 'Mug', price: '12.5', quantity: '2' }],
        },
      },
      { type: 'transaction_item', params: { transaction_id: 'O-2' } },
    ]);
  });

  it('says who, where and in what order', () => {
    const session = entity('client_session', { userId: 'd9', eventIndex: 7 }, SNOWPLOW);
    const told = one({
      ...event('iglu:example.shop/x/jsonschema/1-0-0', {}, [session]),
      duid: undefined,
      uid: 'u1',
      url: 'https://shop.example/p?utm_source=news&token=secret',
      refr: 'https://www.google.com/',
      page: 'Mug',
    });
    expect(told).toMatchObject({
      visitor: 'd9',
      user: 'u1',
      seq: 7,
      url: 'https://shop.example/p?utm_source=news',
      referrer: 'https://www.google.com/',
      title: 'Mug',
    });
  });

  it('vouches for the orders of a server, and tells an app from a page', () => {
    const order = payload({ ...action('transaction'), p: 'mob' });
    const [told] = translateSnowplow([order], { ...BROWSER, trusted: true }).told;
    expect(told).toMatchObject({ confirmed: true, channel: 'app' });
    expect(one({ ...action('transaction'), p: 'mob' })).not.toHaveProperty('confirmed');
    expect(one({ ...action('transaction'), p: 'mob' })).not.toHaveProperty('channel');
  });

  it('leaves out that a page is still open', () => {
    expect(all({ e: 'pp' })).toMatchObject({ told: [], refused: [] });
  });

  it.each([
    ['no kind', {}, 'e: expected pv, pp, ue, se, tr or ti, got undefined'],
    ['a broken event', { e: 'ue', ue_px: '%%%' }, 'ue_pr: expected a self-describing event'],
    ['no action', { e: 'se' }, 'se_ac: expected an action'],
  ])('names what has %s, and keeps its neighbours', (_, rest, reason) => {
    const { told, refused } = all(rest, { e: 'pv' });
    expect(told).toHaveLength(1);
    expect(refused).toEqual([{ id: 'e1', reason: expect.stringContaining(reason) }]);
  });
});
