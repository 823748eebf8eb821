import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInsight, told, watched } from './insight.ts';

/** Runs code as a script of the page: what it throws is the page's. */
const run = (page: Page, code: string) =>
  page.evaluate((text) => {
    const script = document.createElement('script');
    script.textContent = text;
    document.body.append(script);
  }, code);

describeInsight('errors that nobody caught', (shop) => {
  const APP = `function fail() {
    null.price;
  }
  function reject(reason) {
    Promise.reject(reason && new Error(reason));
  }`;

  it('are told with their place, once', async () => {
    await shop.context.route('**/app.js*', (route) => route.fulfill({ body: APP }));
    shop.body = '<script src="/app.js?v=7"></script>';
    const page = await watched(shop);
    for (let times = 0; times < 3; times++) await run(page, 'fail()');
    await run(page, 'reject("Order 12345 of ann@example.com is lost")');
    await run(page, 'reject("")');
    expect(await told(shop, page)).toEqual([
      [
        'exception',
        {
          description: "Uncaught TypeError: Cannot read properties of null (reading 'price')",
          source: 'error',
          place: '/app.js:2:10',
        },
      ],
      [
        'exception',
        {
          description: 'Order # of [email] is lost',
          source: 'unhandledrejection',
          place: '/app.js:5:30',
        },
      ],
      ['exception', { description: '', source: 'unhandledrejection' }],
    ]);
  });

  it('of another origin are told as the browser tells them', async () => {
    await shop.context.route('https://other.example/app.js', (route) =>
      route.fulfill({ body: 'null.price', contentType: 'text/javascript' }),
    );
    const page = await watched(shop);
    await page.evaluate(async () => {
      for (let times = 0; times < 2; times++) {
        const script = document.createElement('script');
        script.src = 'https://other.example/app.js';
        document.body.append(script);
        await new Promise((resolve) => {
          script.onload = resolve;
        });
      }
    });
    expect(await told(shop, page)).toEqual([
      ['exception', { description: 'Script error.', source: 'error' }],
    ]);
  });

  it('are told again on another page of an app, and not without end', async () => {
    const page = await watched(shop);
    await run(
      page,
      'for (let i = 0; i < 60; i++) Promise.reject("no " + String.fromCharCode(97 + i))',
    );
    expect((await told(shop, page)).length).toBe(30);
    await page.evaluate(() => history.pushState({}, '', '/checkout'));
    await run(page, 'Promise.reject("no a")');
    expect((await told(shop, page)).length).toBe(31);
  });

  it('are not what was caught, broken off, or no error at all', async () => {
    const page = await watched(shop);
    await run(
      page,
      `try { null.price } catch {}
       Promise.reject(new Error('handled')).catch(() => {});
       Promise.reject(new DOMException('The user aborted a request.', 'AbortError'));
       dispatchEvent(new ErrorEvent('error', { message: 'ResizeObserver loop completed with undelivered notifications.' }));
       dispatchEvent(new ErrorEvent('error', { message: 'x', filename: 'chrome-extension://abc/content.js', lineno: 1 }));
       const image = new Image();
       image.src = 'data:image/png;base64,no';
       document.body.append(image);`,
    );
    expect(await told(shop, page)).toEqual([]);
  });

  it('are told of no watcher: a page that lies to it is let be', async () => {
    const page = await watched(shop);
    await run(
      page,
      `const liar = { get message() { throw new Error('lie') }, get stack() { throw new Error('lie') } };
       Promise.reject(liar);`,
    );
    expect(await told(shop, page)).toEqual([]);
  });
});

describeInsight('requests to the shop', (shop) => {
  const failing = async () => {
    await shop.context.route('**/checkout*', (route) => route.fulfill({ status: 500, body: 'no' }));
    await shop.context.route('**/gone*', (route) => route.abort('connectionreset'));
    await shop.context.route('https://other.example/**', (route) => route.fulfill({ status: 500 }));
  };

  const fail = (description: string, status: number) => [
    'exception',
    { description, source: 'request', status },
  ];

  it('that fail are told with method, path and status', async () => {
    await failing();
    const page = await watched(shop);
    const seen = await page.evaluate(async () => {
      const { status } = await fetch('/checkout?token=secret', {
        method: 'post',
        body: 'card=4111',
      });
      await fetch(new Request('/checkout')).then((answer) => answer.text());
      const error = await fetch(new URL('/gone', location.href)).catch((error) => error);
      return [status, error instanceof TypeError, error.message];
    });
    expect(seen).toEqual([500, true, 'Failed to fetch']);
    expect(await told(shop, page)).toEqual([
      fail('POST /checkout 500', 500),
      fail('GET /checkout 500', 500),
      fail('GET /gone failed', 0),
    ]);
  });

  it('by XMLHttpRequest are told, too', async () => {
    await failing();
    const page = await watched(shop);
    const seen = await page.evaluate(async () => {
      const ask = (method: string, url: string) =>
        new Promise((resolve) => {
          const request = new XMLHttpRequest();
          request.open(method, url);
          request.onloadend = () => resolve([request.status, request.responseText]);
          request.send('card=4111');
        });
      return [
        await ask('POST', '/checkout?x=1'),
        await ask('GET', '/gone'),
        await ask('GET', '/fine'),
      ];
    });
    expect(seen).toEqual([
      [500, 'no'],
      [0, ''],
      [200, expect.stringContaining('<title>')],
    ]);
    expect(await told(shop, page)).toEqual([
      fail('POST /checkout 500', 500),
      fail('GET /gone failed', 0),
    ]);
  });

  it('are not told where they went well, were broken off, or were for someone else', async () => {
    await failing();
    await shop.context.route('**/slow', () => {});
    const page = await watched(shop);
    const seen = await page.evaluate(async () => {
      const aborter = new AbortController();
      const slow = fetch('/slow', { signal: aborter.signal }).catch((error) => error.name);
      aborter.abort();
      const reasons = [await slow];

      const why = new AbortController();
      const asked = fetch('/slow', { signal: why.signal }).catch((error) => error);
      why.abort('changed my mind');
      reasons.push(await asked);

      const request = new XMLHttpRequest();
      request.open('GET', '/slow');
      request.send();
      request.abort();

      await fetch('/fine');
      await fetch('https://other.example/track').catch(() => {});
      await fetch('https://other.example/track', { mode: 'no-cors' }).catch(() => {});
      await fetch('/checkout', { method: 'POST', keepalive: true });
      await fetch('data:text/plain,x');
      return reasons;
    });
    expect(seen).toEqual(['AbortError', 'changed my mind']);
    expect(await told(shop, page)).toEqual([]);
  });

  it('that break off shortly before the page leaves have not failed', async () => {
    await failing();
    const page = await watched(shop);
    await page.clock.pauseAt(Date.now() + 60_000);
    await page.evaluate(() => fetch('/gone').catch(() => {}));
    await page.clock.runFor(500);
    await page.evaluate(() => {
      location.href = '/next';
    });
    await page.waitForURL('**/next');
    await page.clock.resume();
    expect(await told(shop, page)).toEqual([]);
  });

  it('are what they were without us', async () => {
    await failing();
    const page = await watched(shop);
    const seen = await page.evaluate(async () => {
      const answer = await fetch('/fine');
      const reader = answer.body!.getReader();
      const { value } = await reader.read();
      const unhandled = new Promise((resolve) => {
        addEventListener('unhandledrejection', ({ reason }) => resolve(String(reason)));
      });
      fetch('/gone');
      const nothing = await (fetch as () => Promise<unknown>)().catch((error) => error.name);
      const wrong = await (fetch as (...args: unknown[]) => Promise<unknown>)('/fine', {
        get method() {
          throw new RangeError('no');
        },
      }).catch((error) => error.name);
      const bare = window.fetch;
      return [
        answer.constructor === Response,
        answer.bodyUsed,
        (value?.length ?? 0) > 0,
        await unhandled,
        nothing,
        wrong,
        (await bare('/fine')).status,
      ];
    });
    expect(seen).toEqual([
      true,
      true,
      true,
      'TypeError: Failed to fetch',
      'TypeError',
      'RangeError',
      200,
    ]);
  });

  it('are seen together with others who wrap', async () => {
    await failing();
    shop.head = `<script>
      const before = window.fetch;
      window.fetch = (...args) => { window.outer = (window.outer ?? 0) + 1; return before(...args) };
    </script>`;
    const page = await watched(shop);
    const seen = await page.evaluate(async () => {
      const page = window as unknown as { outer: number; inner?: number };
      const ours = window.fetch;
      window.fetch = (...args) => {
        page.inner = 1;
        return ours(...args);
      };
      page.outer = 0;
      const { status } = await fetch('/checkout');
      return [status, page.outer, page.inner];
    });
    expect(seen).toEqual([500, 1, 1]);
    expect(await told(shop, page)).toEqual([fail('GET /checkout 500', 500)]);
  });
});
