import { describe, expect, it } from 'vitest';
import { likelySeq } from '../../src/adapters/likelySeq.ts';

describe(likelySeq.name, () => {
  it.each([
    ['a page', 'page_view', 'add_to_cart'],
    ['goods', 'add_to_cart', 'begin_checkout'],
    ['shipping', 'add_shipping_info', 'add_payment_info'],
    ['payment', 'add_payment_info', 'purchase'],
    ['something of the shop’s own', 'chat_opened', 'add_to_cart'],
    ['an order', 'purchase', 'refund'],
  ])('%s comes first: %s before %s', (_, first, second) => {
    expect(likelySeq(first)).toBeLessThan(likelySeq(second));
  });
});
