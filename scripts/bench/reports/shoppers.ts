import type { Opened } from './opened.ts';

const TYPES = ['page_view', 'view_item', 'add_to_cart', 'page_view', 'begin_checkout'];
const GOODS = {
  currency: 'EUR',
  value: 19.9,
  items: [{ item_id: 'NB-1', item_name: 'Field notebook', price: 19.9, quantity: 1 }],
};

/** Of so many batches one was kept by a browser for some days, and changes a part of the past. */
const ONE_LATE_IN = 20;
const DAY_MS = 24 * 60 * 60 * 1000;
const LATE_DAYS = 25;

/**
 * Shoppers who fill a cart and begin the checkout while reports are read, each told in one batch.
 *
 * @returns A function that sends them home, and tells how long each batch took to be answered.
 */
export function shoppers(
  collector: Opened,
  touchpointsASecond: number,
): () => Promise<readonly number[]> {
  const took: number[] = [];
  const sent: Promise<void>[] = [];
  let n = 0;
  const timer = setInterval(
    () => {
      sent.push(collector.send(batchOf(n++, collector.now())).then((ms) => void took.push(ms)));
    },
    (1000 * TYPES.length) / touchpointsASecond,
  );
  return async () => {
    clearInterval(timer);
    await Promise.all(sent);
    return took;
  };
}

function batchOf(n: number, now: number) {
  const late = n % ONE_LATE_IN === 1 ? 1 + (((n / ONE_LATE_IN) | 0) % LATE_DAYS) : 0;
  return {
    visitor: `shopper-${now}-${n}`,
    touchpoints: TYPES.map((type, place) => ({
      id: crypto.randomUUID(),
      type,
      at: now - late * DAY_MS - 60_000 + 10_000 * place,
      seq: place,
      url: 'https://shop.example/p/field-notebook',
      title: 'Field notebook',
      params: GOODS,
    })),
  };
}
