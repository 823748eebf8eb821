import type { CustomParams } from '@cartograph/journey';
import { hearAttributes } from '../capture/attributes.ts';
import type { Tracker } from '../tracker.ts';

/** What a script tag says in `data-off` and `data-debug`. */
export interface WatchOptions {
  /**
   * What not to do, separated by spaces: `attributes`, `insight`, `shop`, or a type of touchpoint
   * (`rage_click`) that these would record.
   *
   * @default ''
   */
  off?: string | undefined;

  /**
   * Anything but `undefined` and `false` says on the console what is recorded and why, what is sent,
   * and what the collector answers.
   */
  debug?: string | boolean | undefined;
}

/**
 * Watches a page for what its code doesn't tell. `c.js` fetches this once the page has come to rest;
 * apps call it after `start()`.
 *
 * @returns Resolves once all that is of use here is loaded.
 */
export async function watch(
  tracker: Pick<Tracker, 'track'>,
  { off = '', debug = false }: WatchOptions = {},
): Promise<void> {
  const options = { off: off.split(/[\s,]+/), debug: debug !== false };
  const isOn = (name: string) => !options.off.includes(name);
  const track = (type: string, params?: CustomParams) => {
    if (isOn(type)) tracker.track(type, params);
  };

  // First, so that nothing goes by unsaid.
  if (options.debug) (await import('../debug/index.ts')).watch();
  if (isOn('attributes')) hearAttributes(track);
  await Promise.all([
    isOn('insight') &&
      import('../insight/index.ts').then((insight) => insight.watch({ track }, options)),
    isOn('shop') && import('../shop/index.ts').then((shop) => shop.watch({ track }, options)),
  ]);
}
