import { describe, expect, it } from 'vitest';
import { PRODUCTS } from '../src/catalogue/products.ts';
import { pictureOf } from '../src/pictures/pictureOf.ts';
import { newShop, shopper } from './shopper.ts';

describe('the shelves', () => {
  it('has a page and a picture for every product and variant', async () => {
    const ada = shopper();
    const { html } = await ada.open('/');
    for (const { slug, choice } of PRODUCTS) {
      expect(html).toContain(`href="/products/${slug}"`);
      expect((await ada.open(`/products/${slug}`)).status).toBe(200);
      const pictures = (choice?.variants ?? [undefined]).map((v) => pictureOf(slug, v?.id));
      expect(new Set(pictures).size).toBe(pictures.length);
      expect(pictures[0]).toMatch(/^<svg/);
    }
  });

  it('keeps no session of someone who only looks', async () => {
    const ada = shopper();
    const response = await ada.request('/products/brass-compass');
    expect(response.headers.get('Set-Cookie')).toBeNull();
  });

  it('does something at every button of the page of features', async () => {
    const { html } = await shopper().open('/features');
    const script = await (await shopper().request('/assets/features.js')).text();
    const names = [...html.matchAll(/data-run="(\w+)"/g)].map(([, name]) => name!);
    expect(names.length).toBeGreaterThan(15);
    expect(names.filter((name) => !new RegExp(`^  ${name}[:(]`, 'm').test(script))).toEqual([]);
  });

  it('cannot be broken out of by a search term', async () => {
    const term = '</script><img src=x>';
    const { html, events } = await shopper().open(`/search?q=${encodeURIComponent(term)}`);
    expect(html).not.toContain('<img src=x>');
    expect(events).toEqual([{ dataLayer: { event: 'search', search_term: term } }]);
  });

  it.each(['/nowhere', '/products/unobtainium', '/orders/FF-00000000'])(
    'says that there is nothing at %s',
    async (path) => {
      const { status, html } = await shopper().open(path);
      expect(status).toBe(404);
      expect(html).toContain('Off the map');
    },
  );

  it('installs the tracker by one script tag, from the one origin it allows', async () => {
    const response = await shopper(newShop({ siteId: 'x' })).request('/');
    const html = await response.text();
    expect(html).toContain('<script async="" src="https://c.example/c.js" data-site="x"></script>');
    const policy = response.headers.get('Content-Security-Policy');
    expect(policy).toContain("script-src 'self' https://c.example;");
    expect(policy).not.toContain('unsafe-inline');
  });

  it('links to the report only when there is one', async () => {
    const link = 'See this journey in Cartograph';
    expect((await shopper().open('/')).html).not.toContain(link);
    const { html } = await shopper(newShop({ reportUrl: 'https://c.example/live' })).open('/');
    expect(html).toMatch(new RegExp(`href="https://c.example/live">\\s*${link}`));
  });
});

describe('logging in', () => {
  const LOGIN = { user: 'Ada', password: 'demo' };

  it('goes on where the shopper was, by name', async () => {
    const ada = shopper();
    await ada.send('/products/brass-compass', { quantity: '1' });
    const { path, html } = await ada.send('/login', { ...LOGIN, next: '/checkout/contact' });
    expect(path).toBe('/checkout/contact');
    expect(html).toContain('Logged in as Ada');
    expect(html).toContain('value="Ada"');
  });

  it('refuses a wrong password', async () => {
    const { status, html } = await shopper().send('/login', { ...LOGIN, password: 'x' });
    expect(status).toBe(401);
    expect(html).toContain('That is not the password.');
  });

  it.each(['//evil.example', '/\\evil.example', '/\t/evil.example', 'https://evil.example'])(
    'does not lead away to %s',
    async (next) => {
      const response = await shopper().request('/login', {
        method: 'POST',
        body: new URLSearchParams({ ...LOGIN, next }),
      });
      expect(response.headers.get('Location')).toBe('/');
    },
  );

  it('can be undone', async () => {
    const ada = shopper();
    await ada.send('/login', LOGIN);
    const { html } = await ada.send('/logout');
    expect(html).toContain('href="/login"');
  });
});
