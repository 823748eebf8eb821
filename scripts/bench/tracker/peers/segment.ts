import { folderOf, versionOf } from '../install.ts';
import { json, type Peer } from '../peer.ts';

const NAME = '@segment/analytics-next';

interface Tracked {
  type?: string;
  event?: string;
  messageId?: string;
  properties?: { n?: number };
  batch?: Tracked[];
}

/** https://segment.com/docs/connections/sources/catalog/libraries/website/javascript/ */
export const segment: Peer = {
  name: 'segment',
  title: `${NAME} ${versionOf(NAME)}`,
  settings: 'retry queue (default), delivery `standard` with `keepalive: true`',
  folder: `${folderOf(NAME)}/dist/umd`,
  head: (origin) => `
    <script>
      analytics = [];
      analytics._writeKey = 'bench';
      analytics._cdn = '${origin}';
      for (const name of ['page', 'track', 'load']) {
        analytics[name] = (...args) => analytics.push([name, ...args]);
      }
      analytics._loadOptions = { integrations: { 'Segment.io': {
        apiHost: '${origin.replace(/^https?:\/\//, '')}/v1', protocol: 'http',
        deliveryStrategy: { strategy: 'standard', config: { keepalive: true } },
      } } };
      analytics.page();
      track = (n) => analytics.track('add_to_cart', { n });
    </script>
    <script async src="${origin}/standalone.js"></script>`,
  read({ text, method }) {
    if (method !== 'POST') return [];
    const body = (json(text) ?? {}) as Tracked;
    return (body.batch ?? [body]).flatMap(({ event, messageId, properties }) =>
      event === 'add_to_cart' ? [{ n: Number(properties?.n), id: messageId }] : [],
    );
  },
  answer: ({ url }) => (url.pathname.endsWith('/settings') ? SETTINGS : { success: true }),
};

/** As for a source that has no destination but Segment itself. */
const SETTINGS = {
  integrations: {
    'Segment.io': {
      apiKey: 'bench',
      versionSettings: { version: '4.4.7', componentTypes: ['browser'] },
    },
  },
  plan: { track: { __default: { enabled: true, integrations: {} } } },
  edgeFunction: {},
  analyticsNextEnabled: true,
  middlewareSettings: {},
  enabledMiddleware: {},
  metrics: { sampleRate: 0 },
  legacyVideoPluginsEnabled: false,
  remotePlugins: [],
};
