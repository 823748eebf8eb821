import { annotations } from '../../src/settings/annotations.ts';
import { savedSegments } from '../../src/settings/savedSegments.ts';
import { saveSite } from '../../src/sites/site.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { ReceivedTouchpoint, Store } from '../../src/store/store.ts';
import type { WebhookEvent } from '../../src/webhooks/webhook.ts';
import { goods, HOUR, NOW, SITE, stored } from '../touchpoints.ts';

/** Something of everything that is true of a site, and a secret or two. */
export async function filledStore({ carts = 10 } = {}): Promise<Store> {
  const store = sqliteStore(':memory:');
  await saveSite(store, SITE);
  for (let n = 0; n < carts; n++) await store.append([{ site: SITE, touchpoints: cart(n) }]);
  // Arrived once more, from a browser that was not told the first time.
  await store.append([{ site: SITE, touchpoints: cart(0) }]);

  await store.decide(SITE, 'v3', { verdict: 'released', at: NOW });
  await store.decide(SITE, 'v4', { verdict: 'held', at: NOW });
  await annotations.add(store, SITE.id, { day: '2026-11-20', text: 'New checkout' });
  await savedSegments.add(store, SITE.id, { name: 'Phones', query: { device: 'mobile' } });
  await store.audit({ at: NOW, actor: 'command line', action: 'person.find', site: SITE.id });
  await store.audit({ at: NOW, actor: 'command line', action: 'token.add' });
  await store.webhooks!.add([{ ...TOLD, webhooks: [] }]);
  await store.webhooks!.addOutcome(SITE.id, { event: TOLD.id, outcome: 'mailed', at: NOW });
  await store.webhooks!.save({
    ...{ site: SITE.id, id: 'wh_1', url: 'https://mail.shop.example/', events: ['order.placed'] },
    ...{ createdAt: NOW, secret: 'whsec_secret' },
  });
  await store.put('token:0123', { scope: 'admin' });
  await store.put('share:4567', { scope: 'read', site: SITE.id });
  return store;
}

/** What one shopper does. Every third orders, every fifth is a crawler; some sign in. */
function cart(n: number): ReceivedTouchpoint[] {
  const at = NOW - 48 * HOUR + n * 60_000;
  const who: Partial<ReceivedTouchpoint> = {
    visitor: `v${n}`,
    ...(n % 4 === 1 && { user: `u${n % 8}` }),
    device: n % 2 ? 'mobile' : 'desktop',
    browser: 'Chrome 126',
    suspicion: n % 5 === 3 ? 'bot' : '',
    receivedAt: at + 5000,
  };
  const order = { ...goods(20 + n), transaction_id: `T${n}` };
  return [
    stored(n * 10, 'page_view', { ...who, at, url: 'https://shop.example/', title: '기타 🎸' }),
    stored(n * 10 + 1, 'add_to_cart', { ...who, at: at + 1000, params: goods(20 + n) }),
    ...(n % 3 === 0
      ? [stored(n * 10 + 2, 'purchase', { ...who, at: at + 2000, params: order })]
      : []),
  ];
}

const TOLD: WebhookEvent = {
  site: SITE.id,
  id: 'evt_1',
  type: 'order.placed',
  journey: '0192f8a0-0000-7000-8000-000000000000',
  person: 'v:v0',
  visitor: 'v0',
  at: NOW - HOUR,
  stopAt: undefined,
  detectedAt: NOW,
  body: '{"type":"order.placed"}',
};
