import type { Store } from '../store/store.ts';
import { deliver } from './deliver.ts';
import { type SendOptions, sendOnNode } from './sendOnNode.ts';
import { sweep } from './sweep.ts';

export interface WebhookOptions extends SendOptions {
  /** Where the pages are, for links in events: `https://carts.shop.example`. @default where it listens */
  baseUrl?: string | undefined;
  /** Epoch milliseconds. @default Date.now */
  now?: () => number;
}

/**
 * One round of telling: notice, then send. On Node a timer calls it, elsewhere an alarm may.
 *
 * @param signal Ends the round early, after the events on their way.
 */
export function webhookRounds(
  store: Store,
  { baseUrl = '', now = Date.now, ...sending }: WebhookOptions,
): (signal?: AbortSignal) => Promise<void> {
  const send = sendOnNode(sending);
  return async (signal) => {
    await sweep({ store, baseUrl: baseUrl.replace(/\/+$/, '') }, now());
    await deliver({ store, send, now, signal });
  };
}
