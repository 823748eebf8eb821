import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, vi } from 'vitest';
import { findChromium } from '../../../../scripts/browser.mjs';
import { sharedBrowser } from '../../../../scripts/sharedBrowser.ts';
import { chunks } from '../../rollup.config.mjs';
import { build } from '../build.ts';
import { within } from '../within.ts';

/** A request to the shop, its body already read. */
export interface Asked {
  method: string;
  url: URL;
  body: string;
  /** Where a reload begins anew: kept for the browser's whole life. */
  session: Record<string, unknown>;
}

/** A page (with the tag in it), an answer in JSON, or another address to go to. */
export type Answered = { html: string } | { json: unknown; status?: number } | { to: string };

export interface Told {
  type: string;
  params: Record<string, unknown>;
  path: string;
}

export interface Visit {
  page: Page;
  origin: string;
  /** What was told so far: type, and what of it the test asks for. */
  told: Told[];
  errors: string[];
  /** Opens an address of the shop. */
  open(path: string): Promise<void>;
  /** Lets so many milliseconds pass in the page. */
  pass(ms?: number): Promise<void>;
  /** Does something that leads to another page. */
  leave(act: () => Promise<unknown>): Promise<void>;
  /** Does something that makes the page ask the shop, and waits for the answer. */
  ask(path: RegExp, act: () => Promise<unknown>): Promise<void>;
  types(): string[];
}

/** Closing a context whose page has just been left may never be answered. */
const CLOSING_MS = 15_000;

/** The chunk as it ships: built and minified from the sources as they are now. */
export function buildShop(): Promise<Record<string, string>> {
  return build(chunks.shop);
}

/**
 * Runs tests in a real browser on a shop that tells nobody anything, with a tracker that only takes
 * down what the chunk tells it.
 */
export function describeShop(
  name: string,
  answer: (asked: Asked) => Answered | undefined,
  tests: (visit: Visit) => void,
): void {
  const executablePath = findChromium() ?? '';
  if (!executablePath) console.warn(`No Chromium found (CHROMIUM_PATH): skipping "${name}"`);

  // A browser that its neighbours starve may miss its moment. What is broken fails twice.
  describe.skipIf(!executablePath)(name, { retry: 1 }, () => {
    let context: BrowserContext;
    let server: Awaited<ReturnType<typeof startServer>>;
    const visit = {} as Visit;

    beforeAll(() => buildShop(), 240_000);

    beforeEach(async () => {
      const told: Told[] = [];
      server = await startServer(await buildShop(), answer, told);
      context = await (await sharedBrowser()).newContext();
      const page = await context.newPage();
      // A clock of the test's own, but for what the browser measured before.
      await page.addInitScript(() => Object.assign(window, { measured: performance }));
      await page.clock.install();
      await page.addInitScript(() => {
        const { measured } = window as unknown as { measured: Performance };
        performance.getEntriesByType = (type) => measured.getEntriesByType(type);
      });
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'warning') errors.push(message.text());
      });
      const ready = () =>
        page.waitForFunction(() => (window as { watching?: boolean }).watching, undefined, {
          timeout: 60_000,
        });
      // The page's time stands still while the shop answers.
      let asked = 0;
      page.on('request', () => asked++);
      page.on('requestfinished', () => asked--);
      page.on('requestfailed', () => asked--);
      const pass = async (ms = 3000) => {
        for (let passed = 0; passed < ms; passed += 500) {
          await page.clock.runFor(500);
          await vi
            .waitFor(() => expect(asked).toBeLessThanOrEqual(0), { timeout: 2000 })
            .catch(() => {});
        }
      };
      Object.assign(visit, {
        page,
        origin: server.origin,
        told,
        errors,
        pass,
        types: () => told.map(({ type }) => type),
        async open(path: string) {
          await page.goto(server.origin + path);
          await ready();
          await pass();
        },
        async leave(act: () => Promise<unknown>) {
          await Promise.all([page.waitForNavigation({ timeout: 60_000 }), act()]);
          await ready();
          await pass();
        },
        async ask(path: RegExp, act: () => Promise<unknown>) {
          const [response] = await Promise.all([
            page.waitForResponse((response) => path.test(response.url()), { timeout: 60_000 }),
            act(),
          ]);
          await response.finished();
          await pass();
        },
      } satisfies Visit);
    }, 60_000);
    afterEach(async () => {
      if (context) await within(CLOSING_MS, context.close());
      await server?.close();
    });

    tests(visit);
  });
}

const TAG = `<script type="module">
  import { watch } from '/tag/shop.js';
  const track = (type, params) =>
    navigator.sendBeacon('/tag/told', JSON.stringify({ type, params, path: location.pathname }));
  watch({ track }, { debug: true });
  window.watching = true;
</script>`;

async function startServer(
  files: Record<string, string>,
  answer: (asked: Asked) => Answered | undefined,
  told: Told[],
) {
  const session: Record<string, unknown> = {};
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://shop.example');
    const body = await textOf(request);
    if (url.pathname === '/tag/told') {
      told.push(JSON.parse(body) as Told);
      response.end();
      return;
    }
    if (url.pathname.startsWith('/tag/')) {
      response.setHeader('content-type', 'text/javascript');
      response.end(files[url.pathname.slice('/tag/'.length)]);
      return;
    }
    const answered = answer({ method: request.method ?? 'GET', url, body, session });
    if (!answered) {
      response.writeHead(404).end();
    } else if ('to' in answered) {
      response.writeHead(303, { location: answered.to }).end();
    } else if ('json' in answered) {
      response.writeHead(answered.status ?? 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answered.json));
    } else {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(answered.html.replace('</body>', `${TAG}</body>`));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
