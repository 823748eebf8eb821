import { expect, it } from 'vitest';
import { purge } from '../../src/privacy/purge.ts';
import { saveSite } from '../../src/sites/site.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import { HOUR, NOW, SITE, stored } from '../touchpoints.ts';

const DAY = 24 * HOUR;

it('removes what each site keeps no longer, however much it is, and writes that down', async () => {
  const store = sqliteStore(':memory:');
  const site = await saveSite(store, { ...SITE, retentionDays: 30 });
  const forEver = await saveSite(store, { ...SITE, id: 'for-ever' });
  const touchpoints = Array.from({ length: 6000 }, (_, n) =>
    stored(n, 'page_view', { visitor: `v${n % 7}`, at: NOW - (n < 5500 ? 31 : 29) * DAY + n }),
  );
  await store.append([
    { site, touchpoints },
    { site: forEver, touchpoints: touchpoints.slice(0, 10) },
  ]);

  expect(await purge(store, NOW)).toBe(5500);
  expect((await store.counts('shop')).touchpoints).toBe(500);
  expect((await store.counts('for-ever')).touchpoints).toBe(10);
  expect(await purge(store, NOW)).toBe(0);
  expect(await store.auditLog({ limit: 9 })).toMatchObject([
    { actor: 'collector', action: 'retention.purge', site: 'shop', detail: { touchpoints: 5500 } },
  ]);
  await store.close();
});
