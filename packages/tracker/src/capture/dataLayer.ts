import type { CustomParams } from '@cartograph/journey';
import { listen } from '../browser/listen.ts';
import { quietly } from '../browser/quietly.ts';
import { type Push, readPush } from './readPush.ts';
import { tapPush } from './tapPush.ts';

/**
 * Hears what the shop tells its own analytics: what was pushed before us, and every push from now
 * on. What is pushed twice is heard twice: an order is known by its number.
 *
 * @param name Name of the data layer, a global variable.
 */
export function hearDataLayer(
  name: string,
  onHeard: (type: string, params: CustomParams) => void,
): void {
  const page = window as unknown as Record<string, Push[]>;
  const hear = quietly((push: Push) => readPush(Object(push), onHeard));

  let layer: Push[];
  const attach = quietly(() => {
    page[name] ??= [];
    if (layer === page[name]) return;
    layer = page[name];
    layer.forEach(hear);
    tapPush(layer, hear);
  });
  attach();
  // A page whose code comes after us may have begun another.
  listen('load', attach);
}
