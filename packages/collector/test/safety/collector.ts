import type { Hono } from 'hono';
import { createCollector } from '../../src/app.ts';
import { grant } from '../../src/security/access.ts';
import { saveSite } from '../../src/sites/site.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { HOUR, NOW, SITE } from '../touchpoints.ts';

export const ORIGIN = SITE.origins[0]!;

export interface Besieged {
  app: Hono;
  store: Store;
  /** What was logged. */
  lines: string[];
  /** `Authorization` of an admin. */
  token: string;
  /** The session of an admin. */
  cookie: string;
}

/** A collector in memory with everything that an attacker could wish for. */
export async function besieged(): Promise<Besieged> {
  const store = sqliteStore(':memory:');
  await saveSite(store, SITE);
  const lines: string[] = [];
  const app = createCollector({
    store,
    tracker: { 'c.js': '' },
    now: () => NOW,
    log: (line) => void lines.push(line),
    limits: { sitePerSecond: 1e6, siteBurst: 1e6, signInsPerMinute: 1e6 },
  });
  const token = `Bearer ${await grant(store, 'token', { scope: 'admin' })}`;
  const code = await grant(store, 'login', { scope: 'admin', expiresAt: NOW + HOUR });
  const signedIn = await app.request(`/sign-in?code=${code}`);
  const cookie = signedIn.headers.get('Set-Cookie')?.split(';')[0] ?? '';
  return { app, store, lines, token, cookie };
}

/** Every page about a site that a reader can open. */
export const PAGES = [
  '/',
  '/sites/shop/abandonment',
  '/sites/shop/delivery',
  '/sites/shop/orders',
  '/sites/shop/quarantine',
  '/sites/shop/people',
  '/sites/shop/audit',
];
