import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveSite } from '../../src/sites/site.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { everyMinute } from '../../src/webhooks/everyMinute.ts';
import { addWebhook, rotateSecret } from '../../src/webhooks/manageWebhooks.ts';
import type { Webhook } from '../../src/webhooks/webhook.ts';
import { webhookRounds } from '../../src/webhooks/webhookRounds.ts';
import { goods, HOUR, NOW, SITE, stored } from '../touchpoints.ts';
import { startReceiver } from './receiver.ts';

const MINUTE = 60_000;
const DAY = 24 * HOUR;

describe('telling a shop’s mail system', () => {
  let store: Store;
  let receiver: Awaited<ReturnType<typeof startReceiver>>;
  let webhook: Webhook;
  let now: number;

  const add = () => {
    const targets = { allowHosts: [receiver.host] };
    const wanted = { site: 'shop', url: receiver.url };
    return addWebhook(store.webhooks!, wanted, { now: NOW - DAY, targets });
  };
  beforeEach(async () => {
    receiver = await startReceiver();
    store = sqliteStore(':memory:');
    await saveSite(store, SITE);
    webhook = await add();
    now = NOW + HOUR;
  });
  afterEach(async () => {
    await receiver.close();
    await store.close();
  });

  const round = (send: { timeoutMs?: number } = {}) =>
    webhookRounds(store, {
      allowHosts: [receiver.host],
      baseUrl: 'https://carts.shop.example/',
      now: () => now,
      ...send,
    })();
  const leave = (n = 1) =>
    store.append([
      {
        site: SITE,
        touchpoints: [stored(n, 'add_to_cart', { at: NOW, visitor: `v${n}`, params: goods(10) })],
      },
    ]);
  const deliveries = () => store.webhooks!.deliveries('shop', { limit: 100 });
  const verifies = (secret: string, { headers, body } = receiver.received.at(-1)!) => {
    const [t, ...signatures] = String(headers['cartograph-signature']).split(',');
    const hex = createHmac('sha256', secret)
      .update(`${t?.slice(2)}.${body}`)
      .digest('hex');
    return signatures.includes(`v1=${hex}`);
  };

  it('sends what happened, signed, once', async () => {
    await leave();
    await round();
    await round();
    expect(receiver.received).toMatchObject([
      {
        headers: { 'content-type': 'application/json' },
        event: {
          type: 'cart.abandoned',
          visitor: 'v1',
          url: expect.stringMatching(/^https:\/\/carts\.shop\.example\/sites\/shop\/journeys\//),
        },
      },
    ]);
    expect(receiver.received[0]?.headers['cartograph-event']).toBe(receiver.received[0]?.event.id);
    expect(verifies(webhook.secret)).toBe(true);
    expect(verifies('another')).toBe(false);
    expect(await deliveries()).toMatchObject([{ state: 'delivered', tries: 1, status: 204 }]);
  });

  it('signs with both secrets for a day after one was changed', async () => {
    const rotated = await rotateSecret(store.webhooks!, { site: 'shop', id: webhook.id, now });
    await leave();
    await round();
    expect([verifies(webhook.secret), verifies(rotated!.secret)]).toEqual([true, true]);

    now += DAY;
    await store.append([
      {
        site: SITE,
        touchpoints: [
          stored(2, 'add_to_cart', { at: now - HOUR, visitor: 'v2', params: goods(10) }),
        ],
      },
    ]);
    await round();
    expect([verifies(webhook.secret), verifies(rotated!.secret)]).toEqual([false, true]);
  });

  it('tries again when it is time, and not before', async () => {
    receiver.answerWith((response) => response.writeHead(500).end());
    await leave();
    await round();
    now += MINUTE - 1;
    await round();
    expect(receiver.received).toHaveLength(1);

    now += 1;
    receiver.answerWith((response) => response.writeHead(200).end());
    await round();
    const [first, second] = receiver.received;
    expect(second?.body).toBe(first?.body);
    expect(await deliveries()).toMatchObject([{ state: 'delivered', tries: 2 }]);
  });

  it('gives up after ten tries, and starts anew when told to', async () => {
    receiver.answerWith((response) => response.writeHead(500).end());
    await leave();
    for (let tries = 0; tries < 12; tries++) {
      await round();
      now += DAY;
    }
    expect(receiver.received).toHaveLength(10);
    expect(await deliveries()).toMatchObject([
      { state: 'dead', tries: 10, error: 'Answered 500', triedAt: now - 3 * DAY },
    ]);

    expect(await store.webhooks!.retry('shop', { now })).toBe(1);
    receiver.answerWith((response) => response.writeHead(200).end());
    await round();
    expect(await deliveries()).toMatchObject([{ state: 'delivered', tries: 1 }]);
  });

  it.each([
    ['is asked for patience', 429],
    ['is told to come later', 503],
  ])('leaves a receiver alone that says %s', async (_, status) => {
    receiver.answerWith((response) => response.writeHead(status).end());
    for (const n of [1, 2, 3]) await leave(n);
    await round();
    expect(receiver.received).toHaveLength(1);
    expect(await deliveries()).toHaveLength(3);
  });

  it('goes on to the next event when one is not liked', async () => {
    receiver.answerWith((response) => response.writeHead(400).end());
    for (const n of [1, 2, 3]) await leave(n);
    await round();
    expect(receiver.received).toHaveLength(3);
  });

  it('sends nothing at the same time twice, from two processes', async () => {
    await leave();
    await Promise.all([round(), round()]);
    expect(receiver.received).toHaveLength(1);
  });

  it('sends again, under the same id, what a process took along when it died', async () => {
    receiver.answerWith(() => {});
    await leave();
    await round({ timeoutMs: 50 });
    const [delivery] = await store.webhooks!.due(now + DAY, 1);
    await store.webhooks!.claim(delivery!, { now: now + DAY, until: now + DAY + MINUTE });

    receiver.answerWith((response) => response.writeHead(200).end());
    now += DAY;
    await round();
    expect(receiver.received).toHaveLength(1);
    now += MINUTE;
    await round();
    expect(receiver.received.map(({ event }) => event.id)).toEqual([
      delivery!.event,
      delivery!.event,
    ]);
  });

  it('sends nothing to a webhook that was removed', async () => {
    receiver.answerWith((response) => response.writeHead(500).end());
    await leave();
    await round();
    await store.webhooks!.remove('shop', webhook.id);
    now += HOUR;
    await round();
    expect(receiver.received).toHaveLength(1);
    expect(await deliveries()).toEqual([]);
  });
});

describe(everyMinute.name, () => {
  it('runs one round at a time, outlives a failure, and waits for the last one', async () => {
    let tick = () => {};
    let finish = (_: Error | undefined) => {};
    let rounds = 0;
    const errors: unknown[] = [];
    const round = () => {
      rounds++;
      return new Promise<void>((resolve, reject) => {
        finish = (error) => (error ? reject(error) : resolve());
      });
    };
    const every = (run: () => void) => {
      tick = run;
      return () => {
        tick = () => {};
      };
    };
    const stop = everyMinute(round, { every, onError: (error) => errors.push(error) });
    tick();
    tick();
    expect(rounds).toBe(1);

    finish(new Error('the disk is full'));
    await expect.poll(() => errors).toHaveLength(1);
    await expect
      .poll(() => {
        tick();
        return rounds;
      })
      .toBe(2);

    let isStopped = false;
    const stopped = stop().then(() => {
      isStopped = true;
    });
    await Promise.resolve();
    expect(isStopped).toBe(false);
    finish(undefined);
    await stopped;
    tick();
    expect(rounds).toBe(2);
  });
});
