// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { readMicrodata } from '../../src/shop/facts/microdata.ts';

const scope = (body: string, type = 'https://schema.org/Product') =>
  `<div itemscope itemtype="${type}">${body}</div>`;
const NAME = '<h1 itemprop="name">Mug &amp; lid</h1>';
const SKU = '<meta itemprop="sku" content="M1">';
const offer = (price: string, currency = '<meta itemprop="priceCurrency" content="EUR">') =>
  `<div itemprop="offers" itemscope itemtype="https://schema.org/Offer">${price}${currency}</div>`;
const OFFER = offer('<meta itemprop="price" content="19.90">');
const item = { item_id: 'M1', item_name: 'Mug & lid', price: 19.9 };

beforeEach(() => {
  history.replaceState({}, '', '/p/mug');
});

function read(body: string) {
  document.body.innerHTML = body;
  return readMicrodata(document);
}

describe(readMicrodata, () => {
  it.each<[title: string, body: string, item: object | undefined]>([
    ['a price in an attribute', scope(NAME + SKU + OFFER), item],
    [
      'a price as shoppers read it',
      scope(NAME + SKU + offer('<b itemprop="price">19,90 €</b>')),
      item,
    ],
    [
      'a price that is written for shoppers, too',
      scope(NAME + SKU + offer('<b itemprop="price" content="19.9">ab 19,90 €</b>')),
      item,
    ],
    [
      'the price of a field',
      scope(NAME + SKU + offer('<input itemprop="price" value="19.90">')),
      item,
    ],
    [
      'the price of an aggregate of one',
      scope(
        `${NAME}${SKU}<div itemprop="offers" itemscope itemtype="https://schema.org/AggregateOffer">${OFFER}</div>`,
      ),
      item,
    ],
    ['a type by its old address', scope(NAME + SKU + OFFER, 'http://schema.org/Product'), item],
    [
      'a brand and a category',
      scope(
        `${NAME}${SKU}${OFFER}<span itemprop="category">Kitchen</span><div itemprop="brand" itemscope itemtype="https://schema.org/Brand"><meta itemprop="name" content="Clay"></div>`,
      ),
      { ...item, item_brand: 'Clay', item_category: 'Kitchen' },
    ],
    [
      'its name, not that of its brand before it',
      scope(`<b itemprop="brand">Clay</b>${NAME}${SKU}${OFFER}`),
      { ...item, item_brand: 'Clay' },
    ],
    [
      'another number where there is no SKU',
      scope(`${NAME}<meta itemprop="gtin13" content="4006381333931">${OFFER}`),
      { ...item, item_id: '4006381333931' },
    ],
    ['its address where there is no number', scope(NAME + OFFER), { ...item, item_id: '/p/mug' }],
    [
      'not what is sold with it',
      scope(
        `<div itemprop="isRelatedTo">${scope(`<b itemprop="name">Cup</b>${offer('<meta itemprop="price" content="5">')}`)}</div>${NAME}${SKU}${OFFER}`,
      ),
      item,
    ],
    [
      'of several products the one with the heading',
      scope(`<b itemprop="name">Cup</b>${offer('<meta itemprop="price" content="5">')}`) +
        scope(NAME + SKU + OFFER),
      item,
    ],
    [
      'no product of a list',
      scope(`<b itemprop="name">Cup</b>${OFFER}`) + scope(`<b itemprop="name">Pot</b>${OFFER}`),
      undefined,
    ],
    ['nothing without a price', scope(NAME + SKU), undefined],
    ['nothing without a name', scope(SKU + OFFER), undefined],
    ['no other thing', scope(NAME + SKU + OFFER, 'https://schema.org/Event'), undefined],
  ])('reads %s', (_, body, expected) => {
    expect(read(body)?.item).toEqual(expected);
  });

  it.each([
    ['<meta itemprop="priceCurrency" content="EUR">', 'EUR'],
    ['<span itemprop="priceCurrency">eur</span>', 'EUR'],
    ['', undefined],
  ])('says of %j that the currency is %s', (currency, code) => {
    const product = read(
      scope(NAME + SKU + offer('<meta itemprop="price" content="5">', currency)),
    );
    expect(product).toMatchObject({ item: { price: 5 }, rule: 'microdata' });
    expect(product?.currency).toBe(code);
  });
});
