import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Arrival, json, type Peer } from '../peer.ts';

const DIST = fileURLToPath(new URL('../../../../packages/tracker/dist/', import.meta.url));

/** Ours as a shop includes it: as built when the bench begins, whatever is built while it runs. */
function cartograph(name: string, title: string, off: string): Peer {
  const files = existsSync(DIST) ? readdirSync(DIST).filter((file) => file.endsWith('.js')) : [];
  const scripts = files.map((file) => [file, readFileSync(DIST + file, 'utf8')] as const);
  return {
    name,
    title,
    settings: off ? `\`data-off="${off}"\`` : 'none: all is on',
    scripts: Object.fromEntries(scripts.map(([file, code]) => [file, async () => code])),
    head: (origin) => `
      <script>window.cartograph ||= (...a) => (cartograph.q ||= []).push(a)</script>
      <script async src="${origin}/c.js" data-site="shop" data-off="${off}"></script>
      <script>track = (n) => cartograph('track', 'add_to_cart', { n })</script>`,
    read: ({ text }) => touchpointsOf(text).flatMap(readTouchpoint),
    answer({ text }) {
      const { length } = touchpointsOf(text);
      return { accepted: length, duplicates: 0, rejected: [] };
    },
  };
}

interface Told {
  id: string;
  type: string;
  params?: { n?: number };
}

function touchpointsOf(text: string): Told[] {
  return (json(text) as { touchpoints?: Told[] } | undefined)?.touchpoints ?? [];
}

function readTouchpoint({ id, type, params }: Told): Arrival[] {
  return type === 'add_to_cart' ? [{ n: Number(params?.n), id }] : [];
}

export const core = cartograph('cartograph', 'Cartograph, core', 'insight shop');

/** With what it loads when the page is idle: vitals, clicks, fields, and the shop's own signs. */
export const whole = cartograph('cartograph-all', 'Cartograph, everything on', '');

/** Whether a build has the chunks that the second one loads. */
export const hasChunks = () => existsSync(`${DIST}insight.js`);
