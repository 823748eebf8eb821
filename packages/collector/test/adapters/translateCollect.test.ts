import { describe, expect, it } from 'vitest';
import { translateCollect } from '../../src/adapters/ga4/translateCollect.ts';
import { NOW } from '../touchpoints.ts';

const SENDER = { trusted: false, receivedAt: NOW };
const HIT = {
  v: '2',
  tid: 'G-SHOP',
  _p: '1763770000',
  cid: '12.34',
  sid: '17',
  _s: '3',
  dl: 'https://shop.example/cart?utm_source=news&token=secret',
  dr: 'https://www.google.com/',
  dt: 'Cart',
};
const query = (rest: object = {}) => new URLSearchParams({ ...HIT, ...rest });
const told = (rest: object, body = '') => translateCollect(query(rest), body, SENDER).told;

describe(translateCollect.name, () => {
  it('reads an event with its params and items', () => {
    const params = {
      en: 'add_to_cart',
      cu: 'EUR',
      'epn.value': '25',
      'ep.coupon': 'SPRING',
      pr1: 'idMUG-B~nmMug ~~ großer~caKitchen~pr12.5~qt2~lp0~k0colour~v0blue',
      pr2: 'idTEA~qt1',
    };
    expect(told(params)).toMatchObject([
      {
        type: 'add_to_cart',
        at: NOW,
        visitor: '12.34',
        url: 'https://shop.example/cart?utm_source=news',
        referrer: 'https://www.google.com/',
        title: 'Cart',
        params: {
          currency: 'EUR',
          value: 25,
          coupon: 'SPRING',
          items: [
            {
              item_id: 'MUG-B',
              item_name: 'Mug ~ großer',
              item_category: 'Kitchen',
              price: '12.5',
              quantity: '2',
            },
            { item_id: 'TEA', quantity: '1' },
          ],
        },
      },
    ]);
  });

  it('reads an event a line, each with what they share', () => {
    const lines = told({ uid: 'u1' }, 'en=page_view&_et=1\r\nen=view_item&pr1=idMUG-B');
    expect(lines.map(({ type, user, seq }) => [type, user, seq])).toEqual([
      ['page_view', 'u1', 3],
      ['view_item', 'u1', 4],
    ]);
  });

  it('knows a hit that is sent once more, and tells the next one from it', () => {
    const keyOf = (rest: object) => told({ en: 'add_to_cart', ...rest })[0]?.key;
    expect(keyOf({})).toBe(keyOf({}));
    expect(keyOf({ _s: '4' })).not.toBe(keyOf({}));
    expect(keyOf({ _p: '1763770001' })).not.toBe(keyOf({}));
  });

  it.each([
    ['G100', 0],
    ['G110', 0],
    ['G101', 1],
    ['G111', 1],
  ])('with consent %s keeps %i', (gcs, count) => {
    expect(told({ en: 'page_view', gcs })).toHaveLength(count);
  });

  it('leaves out what a browser pings by itself, and names what has no name', () => {
    expect(told({ en: 'user_engagement' })).toEqual([]);
    expect(translateCollect(query(), '', SENDER).refused).toHaveLength(1);
  });
});
