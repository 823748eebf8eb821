import { folderOf, versionOf } from '../install.ts';
import { json, type Peer } from '../peer.ts';

const NAME = '@snowplow/browser-tracker';

interface Payload {
  e: string;
  eid: string;
  se_ac?: string;
  se_va?: string;
}

/** https://docs.snowplow.io/docs/sources/web-trackers/ */
export const snowplow: Peer = {
  name: 'snowplow',
  title: `${NAME} ${versionOf(NAME)}`,
  settings: '`keepalive: true`, queue in localStorage (default)',
  folder: `${folderOf(NAME)}/dist`,
  head: (origin) => `
    <script>
      track = (n) => snowplowBrowserTracking.trackStructEvent({
        category: 'shop', action: 'add_to_cart', value: n,
      });
      begin = () => {
        snowplowBrowserTracking.newTracker('sp', '${origin}', { appId: 'shop', keepalive: true });
        snowplowBrowserTracking.trackPageView();
      };
    </script>
    <script async src="${origin}/index.umd.min.js" onload="begin()"></script>`,
  read({ text }) {
    const { data = [] } = (json(text) ?? {}) as { data?: Payload[] };
    return data.flatMap(({ e, eid, se_ac, se_va }) =>
      e === 'se' && se_ac === 'add_to_cart' ? [{ n: Number(se_va), id: eid }] : [],
    );
  },
  answer: () => 'ok',
};
