import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { saveSite } from '../../../src/sites/site.ts';
import type { Store } from '../../../src/store/store.ts';
import { deliver } from '../../../src/webhooks/deliver.ts';
import { addWebhook } from '../../../src/webhooks/manageWebhooks.ts';
import { sweep } from '../../../src/webhooks/sweep.ts';
import { goods, HOUR, NOW, SITE, stored } from '../../touchpoints.ts';
import { atOnce } from './atOnce.ts';
import { hasEngine, startEngine } from './engine.ts';
import { mortalDriver } from './mortalDriver.ts';

const engine = startEngine();
afterAll(engine.stop);

const BASE_URL = 'https://carts.shop.example';
const MINUTE = 60_000;

describe.skipIf(!hasEngine)('webhooks of several collectors', { timeout: 90_000 }, () => {
  const listen = async (store: Store) => {
    await saveSite(store, SITE);
    const wanted = { site: SITE.id, url: 'https://mail.shop.example/' };
    await addWebhook(store.webhooks!, wanted, { now: NOW - 10 * HOUR, targets: {} });
  };
  const leave = (store: Store, visitors: readonly string[]) =>
    store.append([
      {
        site: SITE,
        touchpoints: visitors.map((visitor, n) =>
          stored(n + 1, 'add_to_cart', {
            ...{ id: `0192f8a0-0000-7000-8000-${visitor.padStart(12, '0')}`, visitor },
            ...{ at: NOW - HOUR, params: goods(10) },
          }),
        ),
      },
    ]);
  /** A receiver that says which events it was sent, and by when. */
  const receiver = () => {
    const sent: { id: string; visitor: string }[] = [];
    const send = async ({ body }: { body: string }) => {
      sent.push(JSON.parse(body));
      return { status: 200 };
    };
    return { sent, send };
  };
  const round =
    (send: Parameters<typeof deliver>[0]['send'], now: number) =>
    async (store: Store): Promise<void> => {
      await sweep({ store, baseUrl: BASE_URL }, now);
      await deliver({ store, send, now: () => now });
    };
  const visitorsOf = (sent: readonly { visitor: string }[]) =>
    sent.map(({ visitor }) => visitor).sort();

  it('are told of everybody once, whoever notices and sends when, and of whoever comes meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const turns = atOnce(scheduler);
        const { stores, close } = await engine.openSeveral(3, turns.wrap);
        const [first] = stores as [Store];
        await listen(first);
        await leave(first, ['1', '2']);
        const { sent, send } = receiver();
        await turns.run([
          () => round(send, NOW)(stores[0]!),
          () => round(send, NOW + 5)(stores[1]!),
          async () => void (await leave(stores[2]!, ['3'])),
        ]);
        await round(send, NOW + 10)(first);
        expect(visitorsOf(sent)).toEqual(['1', '2', '3']);
        const deliveries = await first.webhooks!.deliveries(SITE.id, { limit: 9 });
        expect(deliveries.map(({ state, tries }) => [state, tries])).toEqual([
          ...[1, 2, 3].map(() => ['delivered', 1]),
        ]);
        expect(await first.webhooks!.changed(SITE.id, 9)).toEqual([]);
        close();
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });

  it('are told of everybody, though one dies at any statement, and of nobody under two ids', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 45 }), async (survived) => {
        const { mortal, dieAfter } = mortalDriver();
        const { stores, close } = await engine.openSeveral(2, (driver, n) =>
          n === 0 ? mortal(driver) : driver,
        );
        const [dying, other] = stores as [Store, Store];
        await listen(other);
        await leave(other, ['1', '2']);
        const { sent, send } = receiver();
        dieAfter(survived);
        await round(send, NOW)(dying).catch(() => {});
        // What the first took and did not finish is due again by then.
        await round(send, NOW + 10 * MINUTE)(other);
        expect([...new Set(visitorsOf(sent))]).toEqual(['1', '2']);
        expect(new Set(sent.map(({ id }) => id)).size).toBe(2);
        const deliveries = await other.webhooks!.deliveries(SITE.id, { limit: 9 });
        expect(deliveries.map(({ state }) => state)).toEqual(['delivered', 'delivered']);
        close();
      }),
      { numRuns: 6, endOnFailure: true },
    );
  });

  it('look again at whose later fold was written before an earlier one', async () => {
    let before = async () => {};
    const { stores, close } = await engine.openSeveral(2, (driver, n) => ({
      ...driver,
      insert: async (table, rows, token) => {
        if (n === 0 && table === 'folds') await before();
        await driver.insert(table, rows, token);
      },
    }));
    const [slow, other] = stores as [Store, Store];
    await listen(other);
    const { sent, send } = receiver();
    before = async () => {
      await leave(other, ['2']);
      await round(send, NOW)(other);
      expect(visitorsOf(sent)).toEqual(['2']);
    };
    await leave(slow, ['1']);
    await round(send, NOW + 1)(other);
    expect(visitorsOf(sent)).toEqual(['1', '2']);
    close();
  });
});
