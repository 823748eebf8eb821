import { quietly } from '../browser/quietly.ts';
import type { Tracker } from '../tracker.ts';
import type { Analytics } from './customerEvents.ts';
import { EVENTS, readEvent } from './readEvent.ts';

export interface ForwardOptions {
  /** Types of touchpoints not to be told. @default [] */
  off?: readonly string[] | undefined;
}

/**
 * Passes a Shopify shop's customer events on to a tracker: in a custom pixel (Settings → Customer
 * events), where no script tag can be, and which sees checkout as well.
 *
 * An event that is heard twice is told once.
 *
 * @example
 * import { start } from '@cartograph/tracker';
 * import { forwardShopify } from '@cartograph/tracker/shopify-pixel';
 *
 * forwardShopify(analytics, start({ site: 'shop', endpoint: 'https://c.shop.example/v1/touchpoints', dataLayer: false }));
 */
export function forwardShopify(
  analytics: Analytics,
  tracker: Pick<Tracker, 'track'>,
  { off = [] }: ForwardOptions = {},
): void {
  const heard = new Set<string>();
  for (const name of EVENTS) {
    analytics.subscribe(
      name,
      quietly((event) => {
        if (event.id && heard.has(event.id)) return;
        if (event.id) heard.add(event.id);
        const [type, params] = readEvent(event) ?? [];
        if (type && !off.includes(type)) tracker.track<string>(type, params);
      }),
    );
  }
}
