import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCollector } from '../../src/app.ts';
import { grant } from '../../src/security/access.ts';
import { saveSite } from '../../src/sites/site.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { watchReceiving } from '../../src/watch/receiving.ts';
import { HOUR, NOW, SITE, sent, stored } from '../touchpoints.ts';

describe(watchReceiving.name, () => {
  let store: Store;
  beforeEach(async () => {
    store = sqliteStore(':memory:');
    await saveSite(store, SITE);
  });
  afterEach(() => store.close());

  const browser = { browser: 'Chrome 126', suspicion: '' } as const;

  it.each([
    ['a browser', browser, NOW],
    ['a bot', { ...browser, suspicion: 'bot' } as const, undefined],
    ['a server', {}, undefined],
  ])('hears what %s sends or not', async (_, rest, expected) => {
    const receiving = watchReceiving(store);
    await receiving.store.append([{ site: SITE, touchpoints: [stored(1, 'page_view', rest)] }]);
    expect(await receiving.lastAt('shop')).toBe(expected);
  });

  it('remembers over a restart', async () => {
    const receiving = watchReceiving(store);
    for (const [n, at] of [NOW - 26 * HOUR, NOW - 25 * HOUR, NOW].entries()) {
      const touchpoint = stored(n, 'page_view', { ...browser, receivedAt: at });
      await receiving.store.append([{ site: SITE, touchpoints: [touchpoint] }]);
    }
    await expect.poll(() => watchReceiving(store).lastAt('shop')).toBe(NOW);
    const after = watchReceiving(store);
    expect(await after.silentSince('shop', NOW + 75 * HOUR)).toBeUndefined();
    expect(await after.silentSince('shop', NOW + 76 * HOUR)).toBe(NOW);
  });

  it('tells of every site in /metrics', async () => {
    let now = NOW - 30 * HOUR;
    const app = createCollector({ store, tracker: {}, now: () => now, log: () => {} });
    const headers = { Authorization: `Bearer ${await grant(store, 'token', { scope: 'read' })}` };
    const metrics = async () => (await app.request('/metrics', { headers })).text();
    const visit = async (n: number) => {
      const answer = await app.request('/v1/touchpoints', {
        method: 'POST',
        headers: { Origin: SITE.origins[0]!, 'User-Agent': CHROME },
        body: JSON.stringify({
          site: 'shop',
          sentAt: now,
          visitor: 'v1',
          touchpoints: [sent(n, 'page_view', { at: now })],
        }),
      });
      expect(answer.status).toBe(200);
    };
    expect(await metrics()).not.toContain('site="shop"');
    for (let n = 1; n <= 31; n++) {
      await visit(n);
      now += HOUR;
    }
    expect(await metrics()).toContain(
      `cartograph_last_received_seconds{site="shop"} ${NOW / 1000}\n`,
    );
    expect(await metrics()).toContain('cartograph_silent{site="shop"} 0\n');
    now = NOW + 4 * HOUR;
    expect(await metrics()).toContain('cartograph_silent{site="shop"} 1\n');
  });
});

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';
