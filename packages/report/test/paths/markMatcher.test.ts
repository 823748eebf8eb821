import { describe, expect, it } from 'vitest';
import { markMatcher } from '../../src/paths/markMatcher.ts';

describe(markMatcher.name, () => {
  it.each([
    ['add_to_cart', 'add_to_cart', true],
    ['add_to_cart', 'add_to_cart_again', false],
    ['alert', 'alert PAYMENT_ERROR', true],
    ['alert PAYMENT_ERROR', 'alert INPUT_INVALID', false],
    ['page_view', 'page_view /cart', true],
    ['page_view /cart', 'page_view /cart', true],
    ['page_view /cart', 'page_view /cart/', true],
    ['page_view /cart', 'page_view /carts', false],
    ['page_view /', 'page_view /', true],
    ['page_view /', 'page_view /cart', false],
    ['page_view /p/*', 'page_view /p/guitar', true],
    ['page_view /p/*', 'page_view /p/guitar/', true],
    ['page_view /p/*', 'page_view /p', false],
    ['page_view /p/*', 'page_view /p/', false],
    ['page_view /p/*', 'page_view /p/guitar/reviews', false],
    ['page_view /*/cart', 'page_view /en/cart', true],
    ['page_view /p/**', 'page_view /p/guitar/reviews', true],
    ['page_view /p/**', 'page_view /p', true],
    ['page_view /p/**', 'page_view /q', false],
    ['page_view /**', 'page_view /', true],
    ['page_view /(a+)+$', 'page_view /aaaa', false],
  ])('%s: %s fits: %s', (asked, mark, expected) => {
    expect(markMatcher(asked)(mark)).toBe(expected);
  });
});
