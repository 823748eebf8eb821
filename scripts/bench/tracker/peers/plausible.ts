import { bundle } from '../bundle.ts';
import { folderOf, versionOf } from '../install.ts';
import { json, type Peer } from '../peer.ts';

const NAME = '@plausible-analytics/tracker';

/** https://www.npmjs.com/package/@plausible-analytics/tracker */
export const plausible: Peer = {
  name: 'plausible',
  title: `${NAME} ${versionOf(NAME)}`,
  settings: 'none but `captureOnLocalhost`: keepalive is always on, a queue is not offered',
  scripts: {
    'plausible.js': bundle(`
        import { init, track } from '${folderOf(NAME)}/plausible.js';
        init({ domain: 'shop.example', endpoint: endpointOrigin + '/api/event', captureOnLocalhost: true });
        window.track = (n) => track('add_to_cart', { props: { n } });
      `),
  },
  head: (origin) => `
    <script>endpointOrigin = '${origin}'</script>
    <script async src="${origin}/plausible.js"></script>`,
  read({ text }) {
    const { n, p } = (json(text) ?? {}) as { n?: string; p?: { n?: number } };
    return n === 'add_to_cart' ? [{ n: Number(p?.n) }] : [];
  },
  answer: () => 'ok',
};
