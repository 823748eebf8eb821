import type { ShopEvent } from '../src/events/shopEvent.ts';
import type { ShopOptions } from '../src/server.ts';
import { createShop } from '../src/server.ts';

export interface Seen {
  status: number;
  /** Where the browser is now. */
  path: string;
  html: string;
  /** What the page script tells on seeing this page. */
  events: readonly ShopEvent[];
}

export interface Answered {
  status: number;
  url?: string;
  parts: Record<string, string>;
  events: readonly ShopEvent[];
}

/** Noon on 22 November 2026. */
export const NOW = Date.UTC(2026, 10, 22, 12);

export function newShop(options: Partial<ShopOptions> = {}) {
  return createShop({
    trackerUrl: 'https://c.example/c.js',
    siteId: 'shop',
    now: () => NOW,
    ...options,
  });
}

/** Someone with a browser: keeps cookies, follows redirects, sends forms with or without script. */
export function shopper(shop = newShop()) {
  let cookie = '';

  async function request(path: string, init: RequestInit = {}) {
    const headers = { ...init.headers, ...(cookie && { Cookie: cookie }) };
    const response = await shop.request(path, { ...init, headers });
    cookie = response.headers.get('Set-Cookie')?.split(';')[0] ?? cookie;
    return response;
  }

  async function arrive(path: string, response: Response): Promise<Seen> {
    const next = response.headers.get('Location');
    if (next) return open(next);
    const html = await response.text();
    return { status: response.status, path, html, events: eventsIn(html) };
  }

  async function open(path: string): Promise<Seen> {
    return arrive(path, await request(path));
  }

  const form = (fields: Record<string, string>) => ({
    method: 'POST',
    body: new URLSearchParams(fields),
  });

  return {
    request,
    open,
    /** A form sent by the browser, and the page it leads to. */
    async send(path: string, fields: Record<string, string> = {}): Promise<Seen> {
      return arrive(path, await request(path, form(fields)));
    },
    /** A form sent by the page script. */
    async sendByScript(path: string, fields: Record<string, string> = {}): Promise<Answered> {
      const headers = { Accept: 'application/json' };
      const response = await request(path, { ...form(fields), headers });
      const answer = (await response.json()) as Omit<Answered, 'status'>;
      return { ...answer, status: response.status };
    },
  };
}

export type Shopper = ReturnType<typeof shopper>;

function eventsIn(html: string): ShopEvent[] {
  const [, json = '[]'] =
    /<script type="application\/json" id="events">(.*?)<\/script>/.exec(html) ?? [];
  return JSON.parse(json);
}

/** The `data-select` of the link to a product: what a click on it tells. */
export function selectEventIn(html: string, slug: string): ShopEvent {
  const [, json = ''] = new RegExp(`href="/products/${slug}" data-select="(.*?)"`).exec(html) ?? [];
  return JSON.parse(json.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
}

export const CONTACT = { email: 'ada@example.com', name: 'Ada' };

export const ADDRESS = {
  street: 'Rua da Bússola 7',
  postcode: '4050-253',
  city: 'Porto',
  country: 'Portugal',
  tier: 'post',
};

export const CARD = { number: '4242 4242 4242 4242', expiry: '12/34', code: '123' };

/** One compass in the cart, contact and shipping done. */
export async function upToPayment(): Promise<Shopper> {
  const ada = shopper();
  await ada.send('/products/brass-compass', { quantity: '1' });
  await ada.send('/checkout/contact', CONTACT);
  await ada.send('/checkout/shipping', ADDRESS);
  return ada;
}
