import type { CustomParams } from '@cartograph/journey';
import { listen } from '../browser/listen.ts';
import { quietly } from '../browser/quietly.ts';

/**
 * Hears clicks on what says in its attributes what a click on it means, and submits of such forms:
 * `<button data-cartograph="add_to_cart" data-cartograph-item-id="M1" data-cartograph-price="12.5">`.
 *
 * Clicks of the shopper alone: a page that clicks by itself tells nothing.
 */
export function hearAttributes(onHeard: (type: string, params: CustomParams) => void): void {
  const hear = quietly((event: Event) => {
    // Not `closest()`, which stops at the edge of a web component.
    const { dataset, tagName } = (event
      .composedPath()
      .find((target) => (target as HTMLElement).dataset?.cartograph) ?? {}) as HTMLElement;
    if (!event.isTrusted || !dataset || (tagName === 'FORM') !== (event.type === 'submit')) return;

    const params: Record<string, string> = {};
    for (const name in dataset) {
      // `cartographItemId` is `item_id`.
      const [, rest] = name.split(/^cartograph(?=.)/);
      if (rest) params[rest.replace(/\B[A-Z]/g, '_$&').toLowerCase()] = dataset[name]!;
    }
    // What says which goods it is about is about one of them.
    const items = params.item_id && [{ ...params }];
    onHeard(dataset.cartograph!, items ? { ...params, items } : params);
  });
  listen('click submit', hear);
}
