// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { placeOf } from '../../src/insight/errors.ts';
import { inCheckout } from '../../src/insight/inCheckout.ts';
import { isRepeater } from '../../src/insight/isRepeater.ts';
import { selectorOf } from '../../src/insight/selectorOf.ts';

/** The element with `data-it` in some HTML. */
function one(html: string): Element {
  document.body.innerHTML = html;
  return document.querySelector('[data-it]')!;
}

describe(selectorOf.name, () => {
  it.each([
    ['an id', '<main id="checkout"><p id="pay_now" data-it>', '#pay_now'],
    [
      'an ancestor with an id',
      '<form id="pay"><p><b data-it></b></p></form>',
      '#pay>p:nth-child(1)>b:nth-child(1)',
    ],
    ['a class', '<form id="pay"><i></i><b class="total" data-it></b></form>', '#pay>b.total'],
    ['a place among others', '<form id="pay"><i></i><b data-it></b></form>', '#pay>b:nth-child(2)'],
    ['an id of WooCommerce', '<p id="billing_address_1" data-it>', '#billing_address_1'],
    [
      'no id with a number',
      '<form id="pay"><p id="item-4711" data-it></p></form>',
      '#pay>p:nth-child(1)',
    ],
    ["no id of React's", '<form id="pay"><p id=":r1:" data-it></p></form>', '#pay>p:nth-child(1)'],
    [
      'no class of a framework',
      '<form id="pay"><p class="css-1q2w3e hNqLcd Pay_root__3xY9z pay" data-it></p></form>',
      '#pay>p.pay',
    ],
    ['no text', '<p id="pay"><b title="Ann" data-it>Ann</b></p>', '#pay>b:nth-child(1)'],
  ])('goes by %s', (_, html, expected) => {
    expect(selectorOf(one(html))).toBe(expected);
  });

  it('finds the element again', () => {
    const element = one('<ul><li></li><li><a></a><a data-it></a></li></ul>');
    expect(document.querySelector(selectorOf(element))).toBe(element);
  });

  it('is no longer than 80 characters', () => {
    const deep = one(`${'<div class="some-wrapper">'.repeat(20)}<b data-it>`);
    expect(selectorOf(deep)).toMatch(/^div\.some-wrapper>.*>b:nth-child\(1\)$/);
    expect(selectorOf(deep).length).toBeLessThanOrEqual(80);
  });

  it('of a text is that of its element', () => {
    const text = one('<b id="total" data-it>12</b>').firstChild as unknown as Element;
    expect(selectorOf(text)).toBe('#total');
  });

  it('of nothing is nothing', () => {
    expect(selectorOf(undefined)).toBe('');
  });
});

describe(isRepeater.name, () => {
  it.each([
    ['a stepper by its sign', '<button data-it>+</button>', true],
    ['a minus of typographers', '<button data-it> − </button>', true],
    ['an arrow', '<button data-it>›</button>', true],
    ['a stepper by its class', '<button class="qty-up" data-it><svg></svg></button>', true],
    [
      'a stepper by its box',
      '<div class="quantity"><button data-it><svg></svg></button></div>',
      true,
    ],
    ['a carousel', '<div class="swiper"><button data-it><svg></svg></button></div>', true],
    ['a number', '<input type="number" data-it>', true],
    ['a video', '<video data-it></video>', true],
    ['a button', '<button data-it>Pay now</button>', false],
    ['an icon', '<button class="open-cart" data-it><svg></svg></button>', false],
    [
      'the button of a step',
      '<div class="checkout-step"><button data-it>Next</button></div>',
      false,
    ],
    ['a submit button', '<input type="submit" value="Pay" data-it>', false],
    ['a picture', '<img class="product" data-it>', false],
  ])('%s', (_, html, expected) => {
    expect(isRepeater(one(html))).toBe(expected);
  });
});

describe(placeOf.name, () => {
  beforeEach(() => {
    location.href = 'https://shop.example/checkout';
  });

  it.each([
    [
      'Error: x\n    at pay (https://shop.example/a.js?v=7:10:5)\n    at b (https://shop.example/b.js:1:1)',
      '/a.js:10:5',
    ],
    [
      'pay@https://shop.example/assets/a.js:10:5\nb@https://shop.example/b.js:1:1',
      '/assets/a.js:10:5',
    ],
    [
      'Error: x\n    at https://cdn.example/lib.js:3:4\n    at https://shop.example/a.js:10:5',
      '/a.js:10:5',
    ],
    ['Error: x\n    at https://cdn.example/lib.js?key=1:3:4', 'cdn.example/lib.js:3:4'],
    [
      'Error: x\n    at https://shop.example/insight.js:1:99\n    at https://shop.example/a.js:10:5',
      '/a.js:10:5',
    ],
    ['undefined https://shop.example/a.js:10', '/a.js:10'],
    ['undefined undefined:undefined', undefined],
    ['Error: x\n    at <anonymous>:1:1', undefined],
  ])('%s', (stack, expected) => {
    expect(placeOf(stack)).toBe(expected);
  });
});

describe(inCheckout.name, () => {
  it.each([
    ['/checkout', true],
    ['/checkouts/c1/payment', true],
    ['/de/kasse', true],
    ['/warenkorb/', true],
    ['/panier', true],
    ['/order/orderform.html', true],
    ['/app#/cart', true],
    ['/', false],
    ['/products/mug', false],
    ['/p/?from=cart', false],
  ])('%s: %s', (path, expected) => {
    location.href = `https://shop.example${path}`;
    expect(inCheckout()).toBe(expected);
  });
});
