import { bundle } from '../bundle.ts';
import { folderOf, versionOf } from '../install.ts';
import { json, type Peer } from '../peer.ts';

const NAME = '@openpanel/web';

/** https://openpanel.dev/docs/sdks/web */
export const openpanel: Peer = {
  name: 'openpanel',
  title: `${NAME} ${versionOf(NAME)}`,
  settings: '`trackScreenViews: true`; keepalive and 3 retries (default)',
  scripts: {
    'openpanel.js': bundle(`
        import { OpenPanel } from '${folderOf(NAME)}/dist/index.js';
        const op = new OpenPanel({ apiUrl: endpointOrigin, clientId: 'bench', trackScreenViews: true });
        window.track = (n) => op.track('add_to_cart', { n });
      `),
  },
  head: (origin) => `
    <script>endpointOrigin = '${origin}'</script>
    <script async src="${origin}/openpanel.js"></script>`,
  read({ text }) {
    const { payload } = (json(text) ?? {}) as {
      payload?: { name?: string; properties?: { n?: number } };
    };
    return payload?.name === 'add_to_cart' ? [{ n: Number(payload.properties?.n) }] : [];
  },
  answer: () => ({ deviceId: 'device', sessionId: 'session' }),
};
