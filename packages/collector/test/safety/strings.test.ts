import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goods, HOUR, NOW, sent, uuid } from '../touchpoints.ts';
import { type Besieged, besieged, ORIGIN, PAGES } from './collector.ts';

const EVIL = `"'><img src=x onerror=alert(1)><script>alert(1)</script>`;
const FORMULA = '=HYPERLINK("https://evil.example")';

describe('a string that a shopper’s browser made up', () => {
  let collector: Besieged;
  beforeAll(async () => {
    collector = await besieged();
    const item = { item_id: EVIL, item_name: EVIL, item_variant: EVIL, price: 5, coupon: EVIL };
    const params = {
      currency: 'EUR',
      items: [item],
      coupon: EVIL,
      step: EVIL,
      [EVIL.slice(0, 40)]: EVIL,
    };
    const of = (n: number, type: string, minutes: number, extra: object = {}) =>
      sent(n, type, {
        at: NOW - 3 * HOUR + minutes * 60_000,
        url: `https://shop.example/?${EVIL}`,
        referrer: `javascript:alert(1)//${EVIL}`,
        title: EVIL,
        params: { ...params, ...extra },
      });
    const batches = [
      {
        visitor: EVIL,
        touchpoints: [
          of(1, 'page_view', 0),
          of(2, 'add_to_cart', 1),
          of(3, 'checkout_step', 2),
          of(4, 'alert', 3),
        ],
      },
      {
        visitor: 'v2',
        user: EVIL,
        touchpoints: [of(5, 'page_view', 0), of(6, 'purchase', 1, { transaction_id: EVIL })],
      },
      { visitor: `${EVIL}2`, touchpoints: [of(7, 'purchase', 0)] },
      {
        visitor: 'v3',
        touchpoints: [
          of(8, 'page_view', 0),
          sent(9, 'add_to_cart', {
            params: { ...goods(3), items: [{ item_id: FORMULA, item_name: FORMULA, price: 3 }] },
            at: NOW - 3 * HOUR,
          }),
        ],
      },
    ];
    for (const batch of batches) {
      const response = await collector.app.request('/v1/touchpoints', {
        method: 'POST',
        body: JSON.stringify({ site: 'shop', sentAt: NOW, ...batch }),
        headers: { Origin: ORIGIN },
      });
      expect(await response.json()).toMatchObject({ accepted: batch.touchpoints.length });
    }
    await collector.store.audit({
      at: NOW,
      actor: EVIL,
      action: EVIL,
      site: 'shop',
      detail: { [EVIL]: EVIL },
    });
  });
  afterAll(() => collector.store.close());

  const read = async (path: string, headers: Record<string, string> = {}) => {
    const response = await collector.app.request(path, {
      headers: { Cookie: collector.cookie, ...headers },
    });
    return { response, text: await response.text() };
  };

  it.each([...PAGES, `/sites/shop/journeys/${uuid(1)}`, `/sites/shop/journeys/${uuid(6)}`])(
    'is text on %s, and nothing else',
    async (page) => {
      const { text, response } = await read(page);
      expect([200, 302]).toContain(response.status);
      expect(text).not.toMatch(/<script>alert|<img src=x|href="javascript:/i);
      if (!['/', '/sites/shop/people', '/sites/shop/delivery'].includes(page)) {
        expect(text).toContain('&lt;script&gt;');
      }
    },
  );

  it('is escaped in what a form answers, too', async () => {
    const page = (await read('/sites/shop/people')).text;
    const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const response = await collector.app.request('/sites/shop/people', {
      method: 'POST',
      body: new URLSearchParams({ csrf, do: 'find', name: EVIL }),
      headers: { Cookie: collector.cookie, Origin: 'http://localhost' },
    });
    const text = await response.text();
    expect(text).toContain('&lt;script&gt;');
    expect(text).not.toContain('<script>alert');
  });

  it('is no formula in a spreadsheet', async () => {
    for (const path of ['carts', 'abandonment', 'trend']) {
      const { text } = await read(`/api/sites/shop/${path}?period=7d&format=csv`);
      expect(text.length).toBeGreaterThan(0);
      for (const cell of text.split(/,|\r\n/)) expect(cell).not.toMatch(/^"?[=+@]/);
    }
  });

  it('reaches an answer as JSON only, which no browser takes for a page', async () => {
    for (const path of ['quarantine', `journeys/${uuid(1)}`, 'orders/differences']) {
      const { response } = await read(`/api/sites/shop/${path}`);
      expect(response.headers.get('Content-Type')).toMatch(/^application\/json/);
      expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    }
  });
});
