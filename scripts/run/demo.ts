import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serveShop } from '../../examples/shop/src/node.ts';
import { loginLink } from '../../packages/collector/src/commands/serve.ts';
import { saveSite } from '../../packages/collector/src/index.ts';
import { serveOnNode, sqliteStore } from '../../packages/collector/src/node.ts';
import { COUNTRY_HEADER } from '../seed/deliver.ts';
import { progressBar } from '../seed/progressBar.ts';
import { seed } from '../seed/seed.ts';
import { onFreePort } from './freePort.ts';

const { values } = parseArgs({
  options: {
    empty: { type: 'boolean', default: false },
    port: { type: 'string', default: '8787' },
    'shop-port': { type: 'string', default: '8788' },
    data: { type: 'string', default: '.data' },
  },
});

mkdirSync(values.data, { recursive: true });
const store = sqliteStore(join(values.data, values.empty ? 'empty.db' : 'demo.db'));
const collector = await onFreePort(Number(values.port), (port) =>
  serveOnNode({ store, port, proxy: { countryHeader: COUNTRY_HEADER } }),
);
const shop = await onFreePort(Number(values['shop-port']), (port) =>
  serveShop({
    port,
    siteId: 'shop',
    trackerUrl: `${collector.url}/c.js`,
    reportUrl: `${collector.url}/sites/shop`,
  }),
);

const origins = [shop.url, shop.url.replace('127.0.0.1', 'localhost')];
await saveSite(store, {
  id: 'shop',
  name: 'Example shop',
  origins,
  currency: 'EUR',
  timeZone: localZone(),
});
if (!values.empty) await seedOnce();

console.log(`
  The shop:    ${shop.url}
  Its report:  ${await loginLink(store, collector.url, Date.now())}
               (signs you in: works once, for an hour)

  Click through the shop and watch the report. Ctrl-C stops both.
`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await Promise.all([shop.close(), collector.close()]);
    await store.close();
    process.exit(0);
  });
}

/** Fills the history the first time. Started again after a kill, it sends the same touchpoints, which adds what was missing. */
async function seedOnce(): Promise<void> {
  const seeded = await store.get<{ now: number; done: boolean }>('demo:seeded');
  if (seeded?.done) return;

  const now = seeded?.now ?? Date.now();
  await store.put('demo:seeded', { now, done: false });
  console.error('Filling the report with nine weeks of simulated shoppers (once)…');
  const onProgress = progressBar(process.stderr);
  // The last 30 days, the 30 before, and a few more for these to be compared with.
  await seed({ url: collector.url, site: 'shop', origin: shop.url, now, days: 63, onProgress });
  await store.put('demo:seeded', { now, done: true });
}

function localZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
