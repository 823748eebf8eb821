import type { CustomParams } from '@cartograph/journey';
import { quietly } from '../browser/quietly.ts';
import { type Push, readPush } from './readPush.ts';
import { tapPush } from './tapPush.ts';

/**
 * Hears what the shop tells its own analytics: what was pushed before us, and every push from now
 * on. An order that is pushed twice is heard once.
 *
 * @param name Name of the data layer, a global variable.
 */
export function hearDataLayer(
  name: string,
  onHeard: (type: string, params: CustomParams) => void,
): void {
  const page = window as unknown as Record<string, Push[]>;
  let lastOrder: unknown;

  const hear = quietly((push: Push) => {
    readPush(Object(push), (type, params) => {
      const order = type === 'purchase' && params.transaction_id;
      if (order && order === lastOrder) return;
      lastOrder = order || lastOrder;
      onHeard(type, params);
    });
  });

  quietly(() => {
    page[name] ??= [];
    page[name].forEach(hear);
    tapPush(page[name], hear);
  })();
}
