import { quietly } from '../browser/quietly.ts';
import { presetFor } from './platform.ts';
import { createShopView } from './shopView.ts';
import { createTeller, type Recorder, type ShopOptions } from './teller.ts';
import { watchCart } from './watchCart.ts';
import { watchPages } from './watchPages.ts';

export type { Recorder, ShopOptions } from './teller.ts';

/** A platform's file that hasn't come by then, in milliseconds, is done without. */
const PRESET_MS = 5000;

/**
 * Sees what a shop does that tells nobody: products, carts, checkouts and orders, by structured data,
 * by what is known of the platform, and by rules that hold for most shops. Each touchpoint says in
 * `inferred` who saw it.
 *
 * Never throws. Reads no field but quantities and ids of products, and stores nothing.
 */
export function watch(tracker: Recorder, options: ShopOptions = {}): void {
  if (options.off?.includes('shop')) return;
  quietly(() => {
    const view = createShopView();
    const tell = createTeller(tracker, options);
    let onSeen: ReturnType<typeof watchPages> | undefined;

    const given = new Promise<undefined>((resolve) => setTimeout(resolve, PRESET_MS));
    const ready = Promise.race([presetFor(document), given]).then((preset) => {
      view.preset = preset && !options.off?.includes(preset.name) ? preset : undefined;
      quietly(() => {
        onSeen = watchPages(view, tell);
      })();
    });
    // At once: what is asked for in the meantime is looked at when the preset is there.
    watchCart(view, ready, tell, (seen) => onSeen?.(seen));
  })();
}
