import { withoutMissing } from '../import/withoutMissing.ts';
import { sha256 } from '../security/sha256.ts';
import type { OrderWord } from './parseOrders.ts';

/**
 * A server's word about an order as a touchpoint, unparsed. Its id is made of what makes the word
 * itself, so that saying it twice is saying it once.
 */
export async function orderTouchpoint(
  site: string,
  word: OrderWord,
  receivedAt: number,
): Promise<Record<string, unknown>> {
  const { transaction_id, action, refund_id, at = receivedAt, visitor, user, ...said } = word;
  const { value, currency, items, tax, shipping, coupon } = said;
  // Nobody named: the order stands for whoever placed it.
  const who =
    user === undefined && visitor === undefined
      ? { visitor: orderVisitor(transaction_id) }
      : { visitor, user };
  const which = action === 'refund' ? (refund_id ?? JSON.stringify([value, currency, items])) : '';
  return {
    id: uuidOf(await sha256(JSON.stringify([site, transaction_id, action, which]))),
    type: action === 'confirm' ? 'purchase' : 'refund',
    at,
    seq: 0,
    ...who,
    confirmed: true,
    params: {
      transaction_id,
      ...(action === 'cancel'
        ? { cancelled: true }
        : withoutMissing({ value, currency, items, tax, shipping, coupon })),
    },
  };
}

/** A visitor's id has a limit that an order's number has not. */
function orderVisitor(transactionId: string): string {
  return `order:${transactionId.replaceAll(/\p{C}/gu, '').slice(0, 58)}`;
}

/** Version 8: made of content. https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-8 */
function uuidOf(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
