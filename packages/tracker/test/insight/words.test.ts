import { describe, expect, it } from 'vitest';
import { masked } from '../../src/insight/masked.ts';
import { soundsBad } from '../../src/insight/soundsBad.ts';

describe(soundsBad.name, () => {
  it.each([
    'Your card was declined',
    'Ungültiger Gutschein',
    'Veuillez choisir une taille',
    '결제할 수 없습니다',
    '入力してください',
  ])('that something is wrong: %s', (message) => {
    expect(soundsBad(message)).toBe(true);
  });

  it.each([
    'Mug was added to your cart',
    'Coupon code applied successfully.',
    'Cart updated.',
    'Zum Warenkorb hinzugefügt',
    'Ajouté au panier',
    '장바구니에 담았습니다',
    'カートに追加しました',
    '3 results',
    'Free shipping over 50 EUR',
  ])('nothing bad: %s', (message) => {
    expect(soundsBad(message)).toBe(false);
  });
});

describe(masked.name, () => {
  it.each([
    ['  Card \n\t declined ', 'Card declined'],
    ['Order 10012345 failed', 'Order # failed'],
    ['Card 4111 1111 1111 1111 declined', 'Card # declined'],
    ['Call 030-1234-567', 'Call #'],
    ['Only 3 left, 50 EUR at least', 'Only 3 left, 50 EUR at least'],
    ['POST /pay?token=secret 500', 'POST /pay 500'],
    ['x'.repeat(300), 'x'.repeat(100)],
  ])('%j: %j', (text, expected) => {
    expect(masked(text)).toBe(expected);
  });
});
