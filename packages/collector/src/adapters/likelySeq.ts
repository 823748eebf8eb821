/** How things follow each other, where they follow each other within a millisecond. */
const ORDER = [
  'page_view',
  'screen_view',
  'identify',
  'view_item_list',
  'select_item',
  'view_item',
  'add_to_cart',
  'view_cart',
  'begin_checkout',
  'checkout_step',
  'add_shipping_info',
  'add_payment_info',
  'purchase',
  'refund',
];

/**
 * The place of a touchpoint among those of the same millisecond, for a client that sends each by itself
 * and doesn't count them: an order comes after the goods that it is for, whichever arrives first.
 */
export function likelySeq(type: string): number {
  const place = ORDER.indexOf(type);
  // What is no part of the way comes before the goods.
  return place < 0 ? ORDER.indexOf('view_item_list') : place;
}
