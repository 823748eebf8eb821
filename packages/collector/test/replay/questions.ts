import { reports } from '../../src/reports/index.ts';
import type { Recorded } from './recording.ts';
import { TOKEN } from './replayed.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Everything that a collector can be asked about a site, as of a moment. */
export function questions(now: number): Recorded[] {
  const queries: Readonly<Record<string, string>>[] = [
    { period: '30d' },
    { period: '30d', asOf: `${now - 11 * DAY}` },
    { period: 'all', orders: 'confirmed' },
    { period: '30d', device: 'mobile', returning: 'returning' },
    { period: '7d', orders: 'confirmed', asOf: `${now - 2 * DAY}`, channel: 'Paid Search' },
  ];
  const names = reports().map(({ name }) => name);
  const asked = (path: string, query: Readonly<Record<string, string>>): Recorded => ({
    at: now,
    path: `${path}?${new URLSearchParams(query)}`,
    headers: { Authorization: `Bearer ${TOKEN}` },
    body: '',
  });
  const api = (name: string, query: Readonly<Record<string, string>>) =>
    asked(`/api/sites/shop/${name}`, query);

  return [
    ...queries.flatMap((query) => [
      // At the API, `live` is a stream.
      ...names.filter((name) => name !== 'live').map((name) => api(name, query)),
      ...['trend', 'carts', 'delivery', 'orders/differences'].map((name) => api(name, query)),
    ]),
    api('funnel', { period: '30d', step1: 'page_view /products/*', step2: 'add_to_cart' }),
    api('paths', { period: '30d', from_step: 'add_to_cart', depth: '5' }),
    api('map', { period: '30d', compare: 'previous' }),
    api('abandonment', { period: '30d', by: 'channel', format: 'csv' }),
    api('journeys', { period: 'all', page: '2' }),
    api('quarantine', {}),
    // When shoppers were still there.
    { ...asked('/sites/shop/live', { format: 'json' }), at: now - 7 * DAY },
    // Pages say more than reports: what came late, what is in quarantine, what can be chosen.
    ...names.map((name) => asked(`/sites/shop/${name}`, { period: '30d', lang: 'en' })),
    ...['delivery', 'orders', 'quarantine'].map((name) =>
      asked(`/sites/shop/${name}`, { period: '30d', lang: 'en' }),
    ),
  ];
}

/** Single journeys, by the list of them. */
export function journeysIn(list: string, now: number): Recorded[] {
  const { journeys } = JSON.parse(list) as { journeys: { journey: string }[] };
  return journeys.map(({ journey }) => ({
    at: now,
    path: `/api/sites/shop/journeys/${journey}`,
    headers: { Authorization: `Bearer ${TOKEN}` },
    body: '',
  }));
}
