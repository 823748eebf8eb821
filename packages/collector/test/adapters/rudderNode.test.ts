import RudderAnalytics from '@rudderstack/rudder-sdk-node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ServedCollector, serveCollector } from './collector.ts';
import { MUG, MUG_ITEM, ORDER } from './spec.ts';

describe('@rudderstack/rudder-sdk-node, as it is', () => {
  let collector: ServedCollector;
  beforeEach(async () => {
    collector = await serveCollector();
  });
  afterEach(() => collector.close());

  const client = (options: { gzip?: boolean } = {}) =>
    new RudderAnalytics(collector.writeKey, {
      dataPlaneUrl: collector.url,
      flushAt: 50,
      flushInterval: 60_000,
      logLevel: 'error',
      axiosRetryConfig: { retryDelay: () => 1 },
      ...options,
    });

  it.each([
    ['packed, and called a form, as it does unless told otherwise', {}],
    ['plain', { gzip: false }],
  ])('tells a way to an order: %s', async (_, options) => {
    const analytics = client(options);
    // A script is faster than a shopper: things must not happen in one millisecond.
    const secondsAgo = (seconds: number) => ({ timestamp: new Date(Date.now() - seconds * 1000) });
    analytics.track({
      ...secondsAgo(50),
      anonymousId: 'anon-1',
      event: 'Product Added',
      properties: MUG,
    });
    analytics.identify({
      ...secondsAgo(40),
      anonymousId: 'anon-1',
      userId: 'u-1',
      traits: { phone: '0123456' },
    });
    analytics.track({
      ...secondsAgo(30),
      userId: 'u-1',
      event: 'Order Completed',
      properties: ORDER,
    });
    await analytics.flush();

    const stored = await collector.stored();
    expect(stored).toMatchObject([
      { type: 'add_to_cart', visitor: 'anon-1', params: { items: [MUG_ITEM] } },
      { type: 'identify', visitor: 'anon-1', user: 'u-1' },
      { type: 'purchase', user: 'u-1', confirmed: true, params: { transaction_id: 'O-1001' } },
    ]);
    expect(JSON.stringify(stored)).not.toContain('0123456');
    expect(await collector.store.counts('shop')).toMatchObject({ journeys: 1, persons: 1 });
  });

  it('sends again what it heard no answer to, and that is stored once', async () => {
    const analytics = client();
    collector.loseAnswer('/v1/batch');
    analytics.track({ anonymousId: 'a', event: 'Product Added', properties: MUG });
    // The first message is sent by itself.
    await analytics.flush();
    analytics.track({ anonymousId: 'a', event: 'Product Added', properties: MUG });
    await analytics.flush();

    expect(collector.asked.length).toBeGreaterThan(2);
    expect(await collector.stored()).toHaveLength(2);
  });
});
