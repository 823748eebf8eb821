import type { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCollector } from '../../src/app.ts';
import { grant, type Scope } from '../../src/security/access.ts';
import { saveSite } from '../../src/sites/site.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { addWebhook } from '../../src/webhooks/manageWebhooks.ts';
import { sweep } from '../../src/webhooks/sweep.ts';
import type { Webhook } from '../../src/webhooks/webhook.ts';
import { goods, HOUR, NOW, SITE, stored, uuid } from '../touchpoints.ts';

describe('/api/sites/:site/webhooks', () => {
  let store: Store;
  let app: Hono;
  let webhook: Webhook;
  let event: string;

  beforeEach(async () => {
    store = sqliteStore(':memory:');
    await saveSite(store, SITE);
    await saveSite(store, { ...SITE, id: 'other' });
    app = createCollector({ store, tracker: {}, now: () => NOW, log: () => {} });
    const wanted = { site: 'shop', url: 'https://mail.shop.example/' };
    webhook = await addWebhook(store.webhooks!, wanted, { now: NOW - HOUR, targets: {} });
    const touchpoint = stored(1, 'add_to_cart', { at: NOW - HOUR, params: goods(10) });
    await store.append([{ site: SITE, touchpoints: [touchpoint] }]);
    await sweep({ store, baseUrl: '' }, NOW);
    event = (await store.webhooks!.deliveries('shop', { limit: 1 }))[0]!.event;
  });
  afterEach(() => store.close());

  const ask = async (
    method: string,
    path: string,
    { scope, body, site = 'shop' }: { scope?: Scope; body?: unknown; site?: string } = {},
  ) => {
    const token = scope && (await grant(store, 'token', { scope }));
    const response = await app.request(`/api/sites/${site}/${path}`, {
      method,
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      ...(token && { headers: { Authorization: `Bearer ${token}` } }),
    });
    return { status: response.status, json: await response.json() };
  };
  const tell = (body: unknown, scope: Scope = 'write') =>
    ask('POST', 'webhooks/outcomes', { scope, body });

  it('keeps what came of an event, once, and shows it on the journey', async () => {
    const mailed = { event, outcome: 'mailed', at: NOW - 5 };
    expect(await tell(mailed)).toEqual({ status: 200, json: { ...mailed, isNew: true } });
    expect((await tell({ ...mailed, at: NOW })).json).toMatchObject({ isNew: false });
    await tell({ event, outcome: 'opted_out' });

    const journey = await ask('GET', `journeys/${uuid(1)}`, { scope: 'read' });
    expect(journey.json).toMatchObject({
      told: [
        {
          id: event,
          type: 'cart.abandoned',
          at: NOW,
          outcomes: [
            { outcome: 'mailed', at: NOW - 5 },
            { outcome: 'opted_out', at: NOW },
          ],
        },
      ],
    });
  });

  it('shows on the journey’s page what was told and what came of it', async () => {
    await tell({ event, outcome: 'mailed' });
    const headers = { Authorization: `Bearer ${await grant(store, 'token', { scope: 'read' })}` };
    const page = await app.request(`/sites/shop/journeys/${uuid(1)}`, { headers });
    const html = await page.text();
    expect(html).toContain('<code>cart.abandoned</code>');
    expect(html).toContain('<code>mailed</code>');
  });

  it.each([
    ['no JSON', 'hello', 'event: expected'],
    ['no event', { outcome: 'mailed' }, 'event: expected the id of an event'],
    ['no outcome', { event: 'evt_1' }, 'outcome: expected a name'],
    ['a sentence', { event: 'evt_1', outcome: '<b>Sent!</b>' }, 'outcome: expected a name'],
    ['no moment', { event: 'evt_1', outcome: 'mailed', at: 'now' }, 'at: expected epoch'],
    ['the far future', { event: 'evt_1', outcome: 'mailed', at: NOW * 2 }, 'at: expected epoch'],
  ])('refuses %s with what it expected', async (_, body, error) => {
    const { status, json } = await tell(body);
    expect(status).toBe(400);
    expect((json as { error: string }).error).toContain(error);
  });

  it('knows no event of another site, and none that never was', async () => {
    expect((await tell({ event: 'evt_1', outcome: 'mailed' })).status).toBe(404);
    const elsewhere = {
      scope: 'write',
      site: 'other',
      body: { event, outcome: 'mailed' },
    } as const;
    expect((await ask('POST', 'webhooks/outcomes', elsewhere)).status).toBe(404);
    expect((await ask('POST', 'webhooks/outcomes', { ...elsewhere, site: 'nowhere' })).status).toBe(
      404,
    );
  });

  it('takes no more than a few kilobytes', async () => {
    expect((await tell({ event, outcome: 'x'.repeat(5000) })).status).toBe(413);
  });

  it.each([
    ['POST', 'webhooks/outcomes', 'read', 401],
    ['GET', 'webhooks', 'read', 403],
    ['GET', 'webhooks', 'write', 403],
    ['GET', 'webhooks/deliveries', 'read', 403],
    ['GET', 'webhooks/deliveries', 'write', 403],
    ['POST', 'webhooks/deliveries/retry', 'write', 403],
  ] as const)('%s %s is nothing for the scope %s', async (method, path, scope, status) => {
    expect((await ask(method, path, { scope })).status).toBe(status);
    expect((await ask(method, path)).status).toBe(401);
  });

  it('lists the webhooks without their secrets', async () => {
    const { json } = await ask('GET', 'webhooks', { scope: 'admin' });
    expect(json).toMatchObject({ webhooks: [{ id: webhook.id, url: webhook.url }] });
    expect(JSON.stringify(json)).not.toContain('whsec');
  });

  it('lists what was given up and puts it back', async () => {
    const [delivery] = await store.webhooks!.due(NOW, 1);
    await store.webhooks!.settle({ ...delivery!, state: 'dead', tries: 10, error: 'Answered 500' });
    const dead = () => ask('GET', 'webhooks/deliveries?state=dead', { scope: 'admin' });
    expect((await dead()).json).toMatchObject({
      deliveries: [{ event, state: 'dead', error: 'Answered 500' }],
    });
    const retry = (body?: unknown) =>
      ask('POST', 'webhooks/deliveries/retry', { scope: 'admin', body });
    expect((await retry({ event: 7 })).status).toBe(400);
    expect((await retry({ event: 'evt_other' })).json).toEqual({ retried: 0 });
    expect((await retry({ event })).json).toEqual({ retried: 1 });
    expect((await dead()).json).toEqual({ deliveries: [] });
    expect(await store.auditLog({ site: 'shop', limit: 1 })).toMatchObject([
      { action: 'webhook.retry', detail: { retried: 1 } },
    ]);
  });
});
