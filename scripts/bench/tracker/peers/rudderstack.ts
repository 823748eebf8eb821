import { bundle } from '../bundle.ts';
import { folderOf, versionOf } from '../install.ts';
import { json, type Peer } from '../peer.ts';

const NAME = '@rudderstack/analytics-js';

interface Tracked {
  event?: string;
  messageId?: string;
  properties?: { n?: number };
  batch?: Tracked[];
}

/** https://www.rudderstack.com/docs/sources/event-streams/sdks/rudderstack-javascript-sdk/ */
export const rudderstack: Peer = {
  name: 'rudderstack',
  title: `${NAME} ${versionOf(NAME)}`,
  settings: 'bundled build, queue in localStorage with retries (default)',
  scripts: {
    'rudder.js': bundle(`
        import { RudderAnalytics } from '${folderOf(NAME)}/dist/npm/modern/bundled/esm/index.mjs';
        const rudder = new RudderAnalytics();
        rudder.load('bench', endpointOrigin, { configUrl: endpointOrigin });
        rudder.page();
        window.track = (n) => rudder.track('add_to_cart', { n });
      `),
  },
  head: (origin) => `
    <script>endpointOrigin = '${origin}'</script>
    <script async src="${origin}/rudder.js"></script>`,
  read({ text }) {
    const body = (json(text) ?? {}) as Tracked;
    return (body.batch ?? [body]).flatMap(({ event, messageId, properties }) =>
      event === 'add_to_cart' ? [{ n: Number(properties?.n), id: messageId }] : [],
    );
  },
  answer: ({ url }) => (url.pathname.includes('sourceConfig') ? SOURCE : 'OK'),
};

/** As for a source without destinations in the browser. */
const SOURCE = {
  source: {
    id: 'bench',
    name: 'bench',
    writeKey: 'bench',
    enabled: true,
    workspaceId: 'bench',
    connections: [],
    destinations: [],
    config: { statsCollection: { errors: { enabled: false }, metrics: { enabled: false } } },
    dataplanes: {},
  },
  updatedAt: '2026-01-01T00:00:00Z',
};
