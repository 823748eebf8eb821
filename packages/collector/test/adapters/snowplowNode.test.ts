import {
  buildPageView,
  buildSelfDescribingEvent,
  type EventMethod,
  newTracker,
} from '@snowplow/node-tracker';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ServedCollector, serveCollector } from './collector.ts';

const ECOMMERCE = 'iglu:com.snowplowanalytics.snowplow.ecommerce';

const action = (type: string) =>
  buildSelfDescribingEvent({
    event: { schema: `${ECOMMERCE}/snowplow_ecommerce_action/jsonschema/1-0-2`, data: { type } },
  });
const entity = (name: string, data: Record<string, unknown>) => ({
  schema: `${ECOMMERCE}/${name}/jsonschema/1-0-0`,
  data,
});
const MUG = entity('product', {
  id: 'p-77',
  name: 'Mug – größer',
  category: 'Kitchen',
  price: 12.5,
  quantity: 2,
  currency: 'EUR',
});

describe('@snowplow/node-tracker, as it is', () => {
  let collector: ServedCollector;
  beforeEach(async () => {
    collector = await serveCollector();
  });
  afterEach(() => collector.close());

  const client = (
    eventMethod: EventMethod,
    { appId = collector.writeKey, encodeBase64 = true, customHeaders = {} } = {},
  ) =>
    newTracker(
      { namespace: 'sp', appId, encodeBase64 },
      { endpoint: collector.url, eventMethod, bufferSize: 1, customHeaders },
    );

  it.each([
    ['by POST, in base64', 'post', true],
    ['by POST, plain', 'post', false],
    ['by GET, in base64', 'get', true],
    ['by GET, plain', 'get', false],
  ] as const)('tells a way to an order: %s', async (_, method, encodeBase64) => {
    const tracker = client(method, { encodeBase64 });
    tracker.setDomainUserId('anon-1');
    tracker.track(
      buildPageView({
        pageUrl: 'https://shop.example/p/mug?utm_source=news&token=secret',
        pageTitle: 'Mug',
        referrer: 'https://www.google.com/',
      }),
    );
    tracker.track(action('add_to_cart'), [
      MUG,
      entity('cart', { cart_id: 'c1', total_value: 125, currency: 'EUR' }),
    ]);
    tracker.track(action('checkout_step'), [
      entity('checkout_step', { step: 2, delivery_method: 'DHL', shipping_postcode: '10115' }),
    ]);
    tracker.setUserId('u-1');
    tracker.track(action('transaction'), [
      MUG,
      entity('transaction', {
        transaction_id: 'O-1001',
        revenue: 34.9,
        currency: 'EUR',
        payment_method: 'card',
        shipping: 4.9,
      }),
    ]);
    await tracker.flush();
    await expect.poll(() => collector.stored(), { timeout: 60_000 }).toHaveLength(4);

    const stored = await collector.stored();
    const item = { item_id: 'p-77', item_name: 'Mug – größer', item_category: 'Kitchen' };
    const byType = Object.fromEntries(stored.map((touchpoint) => [touchpoint.type, touchpoint]));
    expect(byType).toMatchObject({
      page_view: {
        visitor: 'anon-1',
        url: 'https://shop.example/p/mug?utm_source=news',
        referrer: 'https://www.google.com/',
        title: 'Mug',
      },
      add_to_cart: {
        visitor: 'anon-1',
        params: { currency: 'EUR', items: [{ ...item, price: 12.5, quantity: 2 }] },
      },
      add_shipping_info: { params: { shipping_tier: 'DHL' } },
      purchase: {
        user: 'u-1',
        confirmed: true,
        params: { transaction_id: 'O-1001', value: 34.9, shipping: 4.9, payment_type: 'card' },
      },
    });
    expect(byType.add_to_cart?.params).not.toHaveProperty('value');
    expect(JSON.stringify(stored)).not.toMatch(/secret|10115/);
    expect(await collector.store.counts('shop')).toMatchObject({ journeys: 1, persons: 1 });
  });

  it.each(['post', 'get'] as const)(
    'sends again by %s what it heard no answer to, and that is stored once',
    async (method) => {
      const path = method === 'post' ? '/com.snowplowanalytics.snowplow/tp2' : '/i';
      const tracker = client(method);
      tracker.setDomainUserId('anon-1');
      collector.loseAnswer(path);
      tracker.track(buildPageView({ pageUrl: 'https://shop.example/' }));
      await tracker.flush();
      await expect
        .poll(
          async () => {
            await tracker.flush();
            return collector.asked.filter((asked) => asked === path).length;
          },
          { timeout: 60_000 },
        )
        .toBeGreaterThan(1);

      expect(await collector.stored()).toHaveLength(1);
    },
  );

  it('may keep its secret key in a header', async () => {
    const tracker = client('post', {
      appId: 'shop',
      customHeaders: { Authorization: `Bearer ${collector.token}` },
    });
    tracker.setUserId('u-1');
    tracker.track(buildPageView({ pageUrl: 'https://shop.example/' }));
    await tracker.flush();
    await expect
      .poll(() => collector.stored(), { timeout: 60_000 })
      .toMatchObject([{ user: 'u-1' }]);
  });
});
