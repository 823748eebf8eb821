import { folderOf, versionOf } from '../install.ts';
import { json, type Peer } from '../peer.ts';

const NAME = 'countly-sdk-web';

interface Tracked {
  key: string;
  segmentation?: { n?: number };
}

/** https://support.countly.com/hc/en-us/articles/360037441932-Web-analytics-JavaScript */
export const countly: Peer = {
  name: 'countly',
  title: `${NAME} ${versionOf(NAME)}`,
  settings: 'queue in localStorage (default), sessions and page views',
  folder: `${folderOf(NAME)}/lib`,
  head: (origin) => `
    <script>
      track = (n) => Countly.add_event({ key: 'add_to_cart', count: 1, segmentation: { n } });
      begin = () => {
        Countly.init({ app_key: 'bench', url: '${origin}' });
        Countly.track_sessions();
        Countly.track_pageview();
      };
    </script>
    <script async src="${origin}/countly.min.js" onload="begin()"></script>`,
  read({ text, url }) {
    const events = url.searchParams.get('events') ?? new URLSearchParams(text).get('events');
    const tracked = (json(events ?? '') ?? []) as Tracked[];
    return tracked.flatMap(({ key, segmentation }) =>
      key === 'add_to_cart' ? [{ n: Number(segmentation?.n) }] : [],
    );
  },
  answer: () => ({ result: 'Success' }),
};
