import { folderOf, versionOf } from '../install.ts';
import { json, type Peer } from '../peer.ts';

const NAME = 'posthog-js';

interface Captured {
  event?: string;
  uuid?: string;
  properties?: { n?: number; $insert_id?: string };
}

/** https://posthog.com/docs/libraries/js */
export const posthog: Peer = {
  name: 'posthog',
  title: `${NAME} ${versionOf(NAME)}`,
  settings:
    "`defaults: '2026-08-30'`, `person_profiles: 'identified_only'`, `disable_surveys: true`; flags, recording and the like off in its remote settings",
  folder: `${folderOf(NAME)}/dist`,
  head: (origin) => `
    <script>
      track = (n) => posthog.capture('add_to_cart', { n });
      begin = () => posthog.init('phc_bench', {
        api_host: '${origin}', defaults: '2026-08-30', person_profiles: 'identified_only',
        disable_surveys: true,
      });
    </script>
    <script async src="${origin}/static/array.js" onload="begin()"></script>`,
  read({ text, url }) {
    if (url.pathname !== '/e/' && url.pathname !== '/i/v0/e/') return [];
    const body = json(decoded(text)) as Captured | Captured[] | { batch: Captured[] };
    const events = Array.isArray(body) ? body : 'batch' in body ? body.batch : [body];
    return events.flatMap(({ event, uuid, properties }) =>
      event === 'add_to_cart'
        ? [{ n: Number(properties?.n), id: uuid ?? properties?.$insert_id }]
        : [],
    );
  },
  answer({ url: { pathname } }) {
    if (pathname.startsWith('/flags')) return { featureFlags: {}, flags: {} };
    if (pathname.endsWith('/config')) return REMOTE_CONFIG;
    if (pathname.endsWith('/config.js')) {
      const configs = { phc_bench: { config: REMOTE_CONFIG, siteApps: [] } };
      return `window._POSTHOG_REMOTE_CONFIG = ${JSON.stringify(configs)}`;
    }
    return { status: 1 };
  },
};

/** As for a project with all extras switched off. */
const REMOTE_CONFIG = {
  supportedCompression: ['gzip', 'gzip-js'],
  hasFeatureFlags: false,
  sessionRecording: false,
  surveys: false,
  heatmaps: false,
  autocapture_opt_out: true,
  capturePerformance: false,
  captureDeadClicks: false,
  siteApps: [],
};

/** Unzipped already, it may be a form still. */
function decoded(text: string): string {
  const data = text.startsWith('data=') && new URLSearchParams(text).get('data');
  return data ? Buffer.from(data, 'base64').toString() : text;
}
