import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { EVENT_TYPES } from '../../src/webhooks/webhook.ts';
import type { NewEvent, WebhookStore } from '../../src/webhooks/webhookStore.ts';
import { goods, HOUR, NOW, SITE, stored } from '../touchpoints.ts';

const MINUTE = 60_000;
const LIMIT = 100;

const WEBHOOK = {
  ...{ site: SITE.id, id: 'wh_1', url: 'https://mail.shop.example/', events: EVENT_TYPES },
  ...{ createdAt: NOW, secret: 'whsec_1' },
};
const OTHER = { ...WEBHOOK, id: 'wh_2', createdAt: NOW + 1, secret: 'whsec_2' };

const event = (id: string, rest: Partial<NewEvent> = {}): NewEvent => ({
  ...{ id, site: SITE.id, type: 'cart.abandoned', journey: 'j1', person: 'v:v1', visitor: 'v1' },
  ...{ at: NOW - HOUR, stopAt: NOW - HOUR, detectedAt: NOW, body: `{"id":"${id}"}` },
  webhooks: [WEBHOOK.id],
  ...rest,
});

/** What every store must do that keeps webhooks. */
export function testWebhooks(current: () => Store) {
  describe('webhooks', () => {
    const given = (name: string, check: (webhooks: WebhookStore, store: Store) => Promise<void>) =>
      it(name, async (test) => {
        const { webhooks } = current();
        if (!webhooks) return test.skip();
        await check(webhooks, current());
      });
    const add = (store: Store, n: number, at: number, visitor = `v${n}`) =>
      store.append([
        {
          site: SITE,
          touchpoints: [stored(n, 'add_to_cart', { visitor, at, params: goods(10) })],
        },
      ]);

    given('are kept as they were saved last, oldest first, each in its site', async (webhooks) => {
      await webhooks.save(OTHER);
      await webhooks.save({ ...WEBHOOK, secret: 'whsec_0' });
      await webhooks.save(WEBHOOK);
      await webhooks.save({ ...WEBHOOK, site: 'other' });
      expect(await webhooks.list(SITE.id)).toEqual([WEBHOOK, OTHER]);
      expect(await webhooks.list()).toHaveLength(3);
    });

    given('are removed once, with what waits for them', async (webhooks) => {
      await webhooks.save(WEBHOOK);
      await webhooks.save(OTHER);
      await webhooks.add([event('evt_1', { webhooks: [WEBHOOK.id, OTHER.id] })]);
      expect(await webhooks.remove(SITE.id, WEBHOOK.id)).toBe(true);
      expect(await webhooks.remove(SITE.id, WEBHOOK.id)).toBe(false);
      expect(await webhooks.list(SITE.id)).toEqual([OTHER]);
      const due = await webhooks.due(NOW * 2, LIMIT);
      expect(due.map(({ webhook }) => webhook)).toEqual([OTHER.id]);
    });

    given(
      'are told who changed since, and nobody where there are none',
      async (webhooks, store) => {
        await add(store, 1, NOW - HOUR);
        expect(await webhooks.changed(SITE.id, LIMIT)).toEqual([]);

        await webhooks.save(WEBHOOK);
        await add(store, 2, NOW - HOUR);
        await add(store, 3, NOW - HOUR);
        const [first, second] = await webhooks.changed(SITE.id, LIMIT);
        expect([first?.person, second?.person]).toEqual(['v:v2', 'v:v3']);
        expect(await webhooks.changed(SITE.id, 1)).toEqual([first]);

        await add(store, 4, NOW - HOUR + MINUTE, 'v2');
        await webhooks.seen(SITE.id, [first!, second!]);
        const left = await webhooks.changed(SITE.id, LIMIT);
        expect(left.map(({ person }) => person)).toEqual(['v:v2']);
        await webhooks.seen(SITE.id, []);
        expect(await webhooks.changed(SITE.id, LIMIT)).toEqual(left);
      },
    );

    given('find who went idle, from after one moment up to another', async (webhooks, store) => {
      await add(store, 1, NOW - 2 * HOUR);
      await add(store, 2, NOW - HOUR);
      await add(store, 3, NOW - MINUTE);
      await store.append([
        { site: SITE, touchpoints: [stored(4, 'page_view', { visitor: 'v4' })] },
      ]);
      const range = { after: NOW - 2 * HOUR, upTo: NOW - HOUR };
      expect(await webhooks.wentIdle(SITE.id, range)).toEqual(['v:v2']);
    });

    given('know a person with what was told of them', async (webhooks, store) => {
      await add(store, 1, NOW - HOUR);
      await webhooks.add([event('evt_1'), event('evt_2', { person: 'v:v9' })]);
      const [nobody, { journeys, events } = {}] = await webhooks.known(SITE, ['v:v0', 'v:v1']);
      expect(nobody).toEqual({ journeys: [], events: [] });
      expect(journeys).toMatchObject([{ person: 'v:v1', cart: { amount: 1000 } }]);
      const { webhooks: _, ...told } = event('evt_1');
      expect(events).toEqual([told]);
    });

    given('hear of an event once, however often it is added', async (webhooks) => {
      await webhooks.save(WEBHOOK);
      await webhooks.save(OTHER);
      await webhooks.add([event('evt_1')]);
      await webhooks.add([event('evt_1', { body: 'other', webhooks: [WEBHOOK.id, OTHER.id] })]);
      expect(await webhooks.due(NOW * 2, LIMIT)).toMatchObject([
        { event: 'evt_1', webhook: WEBHOOK.id, body: '{"id":"evt_1"}', tries: 0 },
      ]);
    });

    given('give out what is due, the longest due first, to one sender only', async (webhooks) => {
      await webhooks.save(WEBHOOK);
      await webhooks.add([event('late', { detectedAt: NOW }), event('early', { detectedAt: 1 })]);
      expect(await webhooks.due(0, LIMIT)).toEqual([]);
      const due = await webhooks.due(NOW, LIMIT);
      expect(due.map(({ event: id }) => id)).toEqual(['early', 'late']);
      expect(await webhooks.due(NOW, 1)).toHaveLength(1);

      const { body: _, ...delivery } = due[0]!;
      const range = { now: NOW, until: NOW + MINUTE };
      expect(await webhooks.claim(delivery, range)).toBe(true);
      expect(await webhooks.claim(delivery, range)).toBe(false);
      expect((await webhooks.due(NOW, LIMIT)).map(({ event: id }) => id)).toEqual(['late']);
      // Whoever took it may have died.
      expect(await webhooks.due(NOW + MINUTE, LIMIT)).toHaveLength(2);
    });

    given('have what came of each try, and try again what was given up', async (webhooks) => {
      await webhooks.save(WEBHOOK);
      await webhooks.add([event('evt_1'), event('evt_2', { detectedAt: NOW + 1 })]);
      const [first, second] = (await webhooks.due(NOW * 2, LIMIT)).map(
        ({ body: _, ...rest }) => rest,
      );
      await webhooks.settle({ ...first!, state: 'delivered', tries: 1, triedAt: NOW, status: 200 });
      await webhooks.settle({
        ...second!,
        state: 'dead',
        tries: 9,
        triedAt: NOW + 5,
        error: 'gone',
      });

      const dead = await webhooks.deliveries(SITE.id, { state: 'dead', limit: LIMIT });
      expect(dead).toMatchObject([{ event: 'evt_2', tries: 9, triedAt: NOW + 5, error: 'gone' }]);
      expect(await webhooks.deliveries(SITE.id, { limit: LIMIT })).toHaveLength(2);
      expect(await webhooks.due(NOW * 2, LIMIT)).toEqual([]);

      expect(await webhooks.retry(SITE.id, { event: 'evt_1', now: NOW })).toBe(0);
      expect(await webhooks.retry(SITE.id, { now: NOW })).toBe(1);
      expect(await webhooks.due(NOW, LIMIT)).toMatchObject([{ event: 'evt_2', tries: 0 }]);
    });

    given(
      'keep what came of an event, once, and of none that they don’t know',
      async (webhooks) => {
        await webhooks.add([event('evt_1')]);
        const outcome = { event: 'evt_1', outcome: 'mailed', at: NOW };
        expect(await webhooks.addOutcome(SITE.id, outcome)).toBe('added');
        expect(await webhooks.addOutcome(SITE.id, { ...outcome, at: NOW + 1 })).toBe('known');
        expect(await webhooks.addOutcome(SITE.id, { ...outcome, event: 'x' })).toBe(
          'unknown event',
        );
        expect(await webhooks.outcomes(SITE.id, 'evt_1')).toEqual([{ outcome: 'mailed', at: NOW }]);
      },
    );

    given('list what was told, a page at a time, and prune what is old', async (webhooks) => {
      await webhooks.save(WEBHOOK);
      await webhooks.add([
        event('evt_1', { at: 1, webhooks: [] }),
        event('evt_2', { at: 1 }),
        event('evt_3', { at: NOW }),
      ]);
      const told = async (after: string, limit = LIMIT) =>
        (await webhooks.told(SITE.id, { after, limit })).map(({ id }) => id);
      expect(await told('', 2)).toEqual(['evt_1', 'evt_2']);
      expect(await told('evt_2', 2)).toEqual(['evt_3']);

      await webhooks.prune(SITE.id, NOW);
      expect(await told('')).toEqual(['evt_2', 'evt_3']);
    });
  });
}
