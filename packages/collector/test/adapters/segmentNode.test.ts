import { Analytics } from '@segment/analytics-node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ServedCollector, serveCollector } from './collector.ts';
import { MUG, MUG_ITEM, ORDER } from './spec.ts';

describe('@segment/analytics-node, as it is', () => {
  let collector: ServedCollector;
  beforeEach(async () => {
    collector = await serveCollector();
  });
  afterEach(() => collector.close());

  const client = (writeKey = collector.writeKey) =>
    new Analytics({ writeKey, host: collector.url, flushAt: 50, flushInterval: 60_000 });

  it('tells a way to an order, which is one journey of one person', async () => {
    const analytics = client();
    const anonymousId = 'anon-1';
    // A script is faster than a shopper: things must not happen in one millisecond.
    const secondsAgo = (seconds: number) => new Date(Date.now() - seconds * 1000);
    analytics.page({
      anonymousId,
      timestamp: secondsAgo(50),
      name: 'Product',
      properties: {
        url: 'https://shop.example/p/mug?utm_source=news&token=secret',
        referrer: 'https://www.google.com/',
        title: 'Mug',
      },
    });
    analytics.track({
      anonymousId,
      timestamp: secondsAgo(40),
      event: 'Product Added',
      properties: { ...MUG, currency: 'EUR' },
    });
    analytics.track({
      anonymousId,
      timestamp: secondsAgo(30),
      event: 'Checkout Step Completed',
      properties: { step: 1, shipping_method: 'DHL' },
    });
    analytics.identify({
      anonymousId,
      userId: 'u-1',
      timestamp: secondsAgo(20),
      traits: { email: 'ann@mail.example' },
    });
    analytics.track({
      userId: 'u-1',
      timestamp: secondsAgo(10),
      event: 'Order Completed',
      properties: ORDER,
    });
    await analytics.closeAndFlush();

    const stored = await collector.stored();
    expect(stored).toMatchObject([
      {
        type: 'page_view',
        visitor: anonymousId,
        url: 'https://shop.example/p/mug?utm_source=news',
        referrer: 'https://www.google.com/',
        title: 'Mug',
      },
      {
        type: 'add_to_cart',
        visitor: anonymousId,
        params: { currency: 'EUR', items: [MUG_ITEM] },
      },
      { type: 'add_shipping_info', params: { shipping_tier: 'DHL' } },
      { type: 'identify', visitor: anonymousId, user: 'u-1' },
      {
        type: 'purchase',
        user: 'u-1',
        confirmed: true,
        params: { transaction_id: 'O-1001', value: 34.9, shipping: 4.9, tax: 5, items: [MUG_ITEM] },
      },
    ]);
    expect(JSON.stringify(stored)).not.toMatch(/ann@|secret/);

    const person = await collector.store.personOfTouchpoint('shop', stored[0]!.id);
    expect(person).toBe('u:u-1');
    expect(await collector.store.counts('shop')).toMatchObject({ journeys: 1, persons: 1 });
  });

  it('sends again what it heard no answer to, and that is stored once', async () => {
    const analytics = client();
    collector.loseAnswer('/v1/batch');
    analytics.track({ anonymousId: 'a', event: 'Product Added', properties: MUG });
    analytics.track({ anonymousId: 'a', event: 'Product Added', properties: MUG });
    await analytics.closeAndFlush();

    expect(collector.asked).toEqual(['/v1/batch', '/v1/batch']);
    expect(await collector.stored()).toHaveLength(2);
  });

  it('is refused with the public key alone: what comes from no page needs a secret', async () => {
    const analytics = client('shop');
    const failed = new Promise((resolve) => analytics.on('error', resolve));
    analytics.track({ anonymousId: 'a', event: 'Order Completed', properties: ORDER });
    await analytics.closeAndFlush();

    await failed;
    expect(await collector.stored()).toEqual([]);
  });
});
