import type { ShopEvent } from '../../examples/shop/src/events/shopEvent.ts';
import type { CustomParams } from '../../packages/journey/src/index.ts';
import type { Told } from './mishaps.ts';

/** What the tracker makes of something that the demo shop's page says. */
export function toldByShop(event: ShopEvent): Told {
  if ('dataLayer' in event) {
    const { event: type, ecommerce, ...params } = event.dataLayer;
    return { type, params: { ...params, ...ecommerce } as CustomParams };
  }
  const [command, type, params] = event.cartograph;
  if (command !== 'track') throw new TypeError(`Expected \`track\`, got \`${command}\``);
  return { type, params };
}
