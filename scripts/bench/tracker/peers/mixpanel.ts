import { readFileSync } from 'node:fs';
import { folderOf, versionOf } from '../install.ts';
import { json, type Peer } from '../peer.ts';

const NAME = 'mixpanel-browser';
const DIST = `${folderOf(NAME)}/dist`;

interface Tracked {
  event: string;
  properties: { n?: number; $insert_id?: string };
}

/** https://docs.mixpanel.com/docs/tracking-methods/sdks/javascript */
export const mixpanel: Peer = {
  name: 'mixpanel',
  title: `${NAME} ${versionOf(NAME)}`,
  settings: "`persistence: 'localStorage'`, `track_pageview: true`, batches (default)",
  folder: DIST,
  head: (origin) => `
    <script>
      MIXPANEL_CUSTOM_LIB_URL = '${origin}/mixpanel.min.js';
      ${readFileSync(`${DIST}/mixpanel-jslib-snippet.min.js`, 'utf8')}
      mixpanel.init('bench', {
        api_host: '${origin}', persistence: 'localStorage', track_pageview: true,
      });
      track = (n) => mixpanel.track('add_to_cart', { n });
    </script>`,
  read({ text, url }) {
    const data = url.searchParams.get('data') ?? new URLSearchParams(text).get('data') ?? text;
    const body = json(data) ?? json(Buffer.from(data, 'base64').toString());
    const events = (Array.isArray(body) ? body : [body]) as (Tracked | undefined)[];
    return events.flatMap((event) =>
      event?.event === 'add_to_cart'
        ? [{ n: Number(event.properties.n), id: event.properties.$insert_id }]
        : [],
    );
  },
  answer: ({ url }) =>
    url.pathname.startsWith('/track') ? { status: 1, code: 200, error: null } : {},
};
