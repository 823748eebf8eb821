/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { ShopEvent } from './events/shopEvent.ts';
import { Layout } from './parts/layout.tsx';
import type { ShopContext } from './shopEnv.ts';

export interface Page {
  title: string;
  body: Child;
  /** What a shopper does by seeing this page. */
  events?: readonly ShopEvent[];
  /** @default 200 */
  status?: 200 | 401 | 402 | 404 | 409 | 422;
  /** @default The shop's own, with search and shelves. */
  header?: Child;
}

/** Sends a page, and with it what happened on the way here. */
export function show(c: ShopContext, { title, body, events = [], status = 200, header }: Page) {
  const { session, shop } = c.var;
  const pending = session.pending.splice(0);
  // Happened once, told once: going back to this page must not tell it again.
  if (pending.length > 0) c.header('Cache-Control', 'no-store');
  const page = (
    <Layout
      shop={shop}
      session={session}
      title={title}
      header={header}
      events={[...pending, ...events]}
    >
      {body}
    </Layout>
  );
  return c.html(html`<!doctype html>${page}`, status);
}

/** Whether a page script asks, which wants parts of a page instead of a new one. */
export function fromScript(c: ShopContext): boolean {
  return c.req.header('Accept')?.includes('application/json') ?? false;
}

/** What a page script gets. */
export interface Patch {
  /** Where a browser without script would be now. */
  url?: string;
  /** New content of elements, by id. */
  parts: Readonly<Record<string, Child>>;
  events: readonly ShopEvent[];
  /** @default 200 */
  status?: Page['status'];
}

export function patch(c: ShopContext, { url, parts, events, status = 200 }: Patch) {
  const markup = Object.entries(parts).map(([id, part]) => [id, String(part)]);
  return c.json({ url, parts: Object.fromEntries(markup), events }, status);
}

/** Goes on to the next page. What happened is told there. */
export function goOn(c: ShopContext, url: string, events: readonly ShopEvent[] = []) {
  c.var.session.pending.push(...events);
  return c.redirect(url, 303);
}
