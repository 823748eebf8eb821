import { expect, it } from 'vitest';
import { serveShop } from '../src/node.ts';

const TRACKED = { trackerUrl: 'https://c.example/c.js', siteId: 'shop' };

it('serves on a free port, and stops', async () => {
  const shop = await serveShop({ port: 0, ...TRACKED });
  const response = await fetch(shop.url);
  expect(await response.text()).toContain('Fathom &amp; Fold');
  await shop.close();
  await expect(fetch(shop.url)).rejects.toThrow();
});

it('says that a port is taken', async () => {
  const shop = await serveShop({ port: 0, ...TRACKED });
  const port = Number(new URL(shop.url).port);
  await expect(serveShop({ port, ...TRACKED })).rejects.toThrow('EADDRINUSE');
  await shop.close();
});

it('sends a picture or style again only when it changed', async () => {
  const shop = await serveShop({ port: 0, ...TRACKED });
  for (const path of ['/assets/base.css', '/pictures/brass-compass.svg']) {
    const first = await fetch(shop.url + path);
    const headers = { 'If-None-Match': first.headers.get('ETag')! };
    expect((await fetch(shop.url + path, { headers })).status).toBe(304);
  }
  expect((await fetch(`${shop.url}/assets/../src/server.ts`)).status).toBe(404);
  await shop.close();
});
