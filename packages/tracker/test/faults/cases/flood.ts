import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { evaluate } from '../engines/engine.ts';
import type { World } from '../world.ts';
import type { Case } from './case.ts';

const DIST = join(import.meta.dirname, '../../../dist');
const TRACKED = 10_000;
const KEPT = 1000;
const ORDERS = 10;

/** More waits than is kept. What is given up is the cheapest, and it is told. */
export const flood: Case = {
  title: 'but for what is told to be given up, of ten thousand offline',
  async play({ visit, counts, arrived, settled, world }) {
    startFromModule(world);
    const tab = await visit();
    await settled(tab);
    world.proxy.fault = 'refuse';
    await evaluate(
      tab,
      (count, orders) => {
        for (let n = 0; n < count; n++) {
          window.cartograph('track', n < count - orders ? 'view_item' : 'purchase', { n });
        }
      },
      TRACKED,
      ORDERS,
    );
    world.proxy.fault = 'pass';
    const expected = [
      ...Array.from({ length: KEPT - ORDERS }, (_, n) => n),
      ...Array.from({ length: ORDERS }, (_, n) => TRACKED - ORDERS + n),
    ];
    counts(...expected);
    await arrived(...expected);
    await settled(tab);
    expect(await evaluate(tab, () => (window as { dropped?: number }).dropped)).toBe(
      TRACKED - KEPT,
    );
  },
};

/** As apps have it, for the script tag has no `onDrop`. */
function startFromModule(world: World): void {
  for (const name of readdirSync(DIST, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.js')) continue;
    const text = readFileSync(join(DIST, name), 'utf8');
    world.files[`/module/${name}`] = { type: 'text/javascript', text };
  }
  world.tracker = `<script type="module">
    import { start } from '/module/index.js';
    window.dropped = 0;
    const tracker = start({
      site: 'shop',
      endpoint: '${world.proxy.url}/v1/touchpoints',
      onDrop: (count) => { window.dropped += count; },
    });
    window.cartograph = (name, ...args) => tracker[name](...args);
    cartograph.q = { push() {} };
  </script>`;
}
