import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { CHROMIUM_ARGS } from '../../../../scripts/browser.mjs';
import { call, describeInBrowser, settled } from './shop.ts';

describeInBrowser('where things are refused', (shop) => {
  it.each([
    [
      'throws',
      () =>
        Object.defineProperty(window, 'indexedDB', {
          get: () => {
            throw new DOMException('', 'SecurityError');
          },
        }),
    ],
    ['is missing', () => Object.defineProperty(window, 'indexedDB', { value: undefined })],
    [
      'fails',
      () => {
        indexedDB.open = () => {
          const request = {} as IDBOpenDBRequest;
          setTimeout(() => request.onerror?.(new Event('error')));
          return request;
        };
      },
    ],
    [
      'never answers',
      () => {
        indexedDB.open = () => ({}) as IDBOpenDBRequest;
      },
    ],
    [
      'is closed',
      () => {
        const open = indexedDB.open.bind(indexedDB);
        indexedDB.open = (...args) => {
          const request = open(...args);
          request.addEventListener('success', () => setTimeout(() => request.result.close(), 50));
          return request;
        };
      },
    ],
  ])('sends, where IndexedDB %s', async (_, refuse) => {
    await shop.context.addInitScript(refuse);
    const page = await shop.open('/a');
    await call(page, 'track', 'add_to_cart');
    await shop.collector.until('both', () => shop.collector.types().length === 2);
    await settled(shop, page);
    expect(shop.collector.types()).toEqual(['page_view', 'add_to_cart', 'end']);
    expect(shop.errors).toEqual([]);
  });

  it('opens a database again that was closed', async () => {
    await shop.context.addInitScript(() => {
      const open = indexedDB.open.bind(indexedDB);
      const opened: IDBDatabase[] = [];
      Object.assign(window, { opened });
      indexedDB.open = (...args) => {
        const request = open(...args);
        request.addEventListener('success', () => opened.push(request.result));
        return request;
      };
    });
    const page = await shop.open('/a');
    await settled(shop, page, 'start');
    await page.evaluate(() => {
      for (const db of (window as unknown as { opened: IDBDatabase[] }).opened) db.close();
    });
    shop.collector.conduct = () => ({ status: 503 });
    await call(page, 'track', 'unkept');
    await call(page, 'track', 'kept');
    await expect
      .poll(() =>
        page.evaluate(async () => {
          const { opened } = window as unknown as { opened: IDBDatabase[] };
          if (opened.length < 2) return [];
          const [name] = opened.at(-1)!.objectStoreNames;
          const all = opened.at(-1)!.transaction(name!).objectStore(name!).getAll();
          await new Promise((resolve) => {
            all.onsuccess = resolve;
          });
          return all.result.map(({ type }) => type);
        }),
      )
      .toContain('kept');
  });

  it('sends from a sandboxed frame', async () => {
    shop.body = `<iframe sandbox="allow-scripts" srcdoc="<title>Frame</title><script async src='${shop.collector.origin}/c.js' data-site='frame'></script>"></iframe>`;
    await shop.open('/a');
    await shop.collector.until('the frame', () =>
      shop.collector.requests.some(({ batch }) => batch.site === 'frame'),
    );
    const { origin } = shop.collector.requests.find(({ batch }) => batch.site === 'frame')!;
    expect(origin).toBe('null');
    expect(shop.errors).toEqual([]);
  });
});

describeInBrowser(
  'a shop without https',
  (shop) => {
    it('is tracked, though browsers give it no locks', async () => {
      const page = await shop.open('/a');
      await page.goto(shop.origin.replace('127.0.0.1', 'shop.test'));
      expect(await page.evaluate(() => [isSecureContext, 'locks' in navigator])).toEqual([
        false,
        false,
      ]);
      await settled(shop, page);
      expect(shop.collector.types()).toEqual(['page_view', 'page_view', 'end']);
      expect(shop.errors).toEqual([]);
    });
  },
  { args: [...CHROMIUM_ARGS, '--host-resolver-rules=MAP shop.test 127.0.0.1'] },
);

describeInBrowser('a strict policy', (shop) => {
  it('lets all of it run: it makes no code, and puts none on the page', async () => {
    shop.attributes = 'nonce="n"';
    shop.head = `<meta http-equiv="content-security-policy" content="
        default-src 'none'; script-src 'nonce-n'; connect-src ${shop.collector.origin};
        require-trusted-types-for 'script'; trusted-types 'none'">
      <script nonce="n">
        window.violations = [];
        addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
          // The snippet of the page itself has no nonce here.
          if (blockedURI !== 'inline') violations.push(violatedDirective + ' ' + blockedURI);
        });
      </script>`;
    shop.body = '<button data-cartograph="size_guide_opened">Size guide</button>';
    const insight = shop.context.waitForEvent('response', (response) =>
      response.url().endsWith('insight.js'),
    );
    const page = await shop.open();
    expect((await insight).status()).toBe(200);
    await page.getByRole('button').click();
    await settled(shop, page);
    expect(shop.collector.types()).toContain('size_guide_opened');
    expect(await page.evaluate(() => (window as unknown as { violations: [] }).violations)).toEqual(
      [],
    );
    expect(shop.errors).toEqual([]);
  });

  it('that forbids what the script loads costs that alone', async () => {
    shop.head = `<meta http-equiv="content-security-policy"
      content="script-src 'unsafe-inline' ${shop.collector.origin}/c.js">`;
    shop.attributes = '';
    const blocked = shop.context.waitForEvent('console', (message) =>
      message.text().includes('watch.js'),
    );
    const page = await shop.open();
    await blocked;
    await settled(shop, page);
    expect(shop.collector.types()).toEqual(['page_view', 'end']);
    expect(shop.errors).toEqual([]);
  });

  it('may ask for the script by its hash', async () => {
    const script = await (await fetch(`${shop.collector.origin}/c.js`)).text();
    const hash = createHash('sha384').update(script).digest('base64');
    shop.attributes += ` crossorigin integrity="sha384-${hash}"`;
    const page = await shop.open();
    await settled(shop, page);
    expect(shop.collector.types()).toEqual(['page_view', 'end']);
  });
});

describeInBrowser('the script tag', (shop) => {
  it('may be there twice', async () => {
    shop.body = `<script async src="${shop.collector.origin}/c.js" data-site="shop"></script>
      <script>cartograph('track', 'early'); window.dataLayer = [{ event: 'view_cart' }]</script>`;
    const page = await shop.open('/a');
    await page.evaluate(() => history.pushState({}, '', '/b'));
    await page.evaluate(() =>
      (window as unknown as { dataLayer: unknown[] }).dataLayer.push({ event: 'view_item' }),
    );
    await settled(shop, page);
    expect(shop.collector.types().sort()).toEqual(
      ['page_view', 'early', 'view_cart', 'page_view', 'view_item', 'end'].sort(),
    );
  });

  it('may come as a module, with another endpoint', async () => {
    shop.attributes += ' type="module" data-endpoint="/elsewhere"';
    const page = await shop.open('/a');
    const request = page.waitForRequest('**/elsewhere');
    await call(page, 'track', 'end');
    expect(new URL((await request).url()).origin).toBe(shop.collector.origin);
  });

  it('without a site says so once, and does nothing', async () => {
    shop.attributes = '';
    const page = await shop.context.newPage();
    const messages: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'warning') messages.push(message.text());
    });
    page.on('pageerror', (error) => shop.errors.push(String(error)));
    await page.goto(`${shop.collector.origin}/c.js`);
    await page.setContent(`<script src="${shop.collector.origin}/c.js"></script>`);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(/^Error: no data-site/);
    expect(shop.errors).toEqual([]);
  });

  it('takes calls of a function that was taken before it had loaded', async () => {
    shop.head = `<script>
      window.cartograph ||= (...a) => (cartograph.q ||= []).push(a);
      window.early = window.cartograph;
    </script>`;
    const page = await shop.open('/a');
    await page.evaluate(() =>
      (window as unknown as { early(...args: unknown[]): void }).early('track', 'held'),
    );
    await settled(shop, page);
    expect(shop.collector.types()).toContain('held');
  });
});
