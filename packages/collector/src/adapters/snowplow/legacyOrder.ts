import { withoutMissing } from '../../import/withoutMissing.ts';
import { asText } from '../asText.ts';
import type { Params } from '../told.ts';
import type { Event } from './ecommerceAction.ts';

/**
 * An order as `trackTrans` tells it: one payload for the whole (`tr`), one for each line (`ti`).
 * Lines that come in the same body are those of the order. A line that comes by itself stays custom:
 * as a word about the order it would take the place of the sum that was paid.
 */
export function legacyOrder(payload: Params, all: readonly Params[]): Event | undefined {
  if (payload.e === 'ti') {
    const order = all.some(({ e, tr_id }) => e === 'tr' && tr_id === payload.ti_id);
    if (order) return undefined;
    return {
      type: 'transaction_item',
      params: withoutMissing({
        transaction_id: asText(payload.ti_id),
        currency: payload.ti_cu,
        items: [toItem(payload)],
      }),
    };
  }
  const lines = all.filter(({ e, ti_id }) => e === 'ti' && ti_id === payload.tr_id);
  return {
    type: 'purchase',
    params: withoutMissing({
      transaction_id: asText(payload.tr_id),
      currency: payload.tr_cu,
      value: payload.tr_tt,
      tax: payload.tr_tx,
      shipping: payload.tr_sh,
      affiliation: payload.tr_af,
      items: lines.length > 0 ? lines.map(toItem) : undefined,
    }),
  };
}

function toItem(line: Params): Params {
  return withoutMissing({
    item_id: asText(line.ti_sk),
    item_name: line.ti_nm,
    item_category: line.ti_ca,
    price: line.ti_pr,
    quantity: line.ti_qu,
  });
}
