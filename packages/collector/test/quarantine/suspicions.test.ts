import { describe, expect, it } from 'vitest';
import { suspicions } from '../../src/quarantine/suspicions.ts';
import { HOUR, NOW } from '../touchpoints.ts';

const ORIGINS = ['https://shop.example', 'https://*.shop.example'];
const item = (fields: object) => ({ params: { items: [{ item_id: 'G1', ...fields }] } });

describe(suspicions.name, () => {
  it.each([
    ['an ordinary one', {}, ''],
    ['a page of the shop', { url: 'https://shop.example/p?x=1' }, ''],
    ['a subdomain', { url: 'https://checkout.shop.example/' }, ''],
    ['a page elsewhere', { url: 'https://spam.example/buy' }, 'origin'],
    ['a page whose name only ends like it', { url: 'https://shop.example.evil.tld/' }, 'origin'],
    ['an address that hides another', { url: 'https://shop.example@evil.tld/' }, 'origin'],
    ['an address that ends in a query', { url: 'https://shop.example?next=https://evil.tld' }, ''],
    ['an address that can’t be read', { url: 'https://[' }, 'origin'],
    ['an app’s own scheme', { url: 'shop-app://cart' }, ''],
    ['no address at all', { url: 'not an address' }, ''],
    ['a dear order', { params: { value: 9_999_999 } }, ''],
    ['an order that no shop has', { params: { value: 2e10 } }, 'value'],
    ['a price that no shop has', item({ price: 2e10 }), 'value'],
    ['a quantity that no shop has', item({ quantity: 999_999 }), 'value'],
    ['a week late', { at: NOW - 7 * 24 * HOUR }, ''],
    ['a month late', { at: NOW - 30 * 24 * HOUR }, 'time'],
  ])('%s', (_, fields, expected) => {
    const touchpoint = { at: NOW - HOUR, ...fields };
    const facts = { agent: undefined, origins: ORIGINS, receivedAt: NOW };
    expect(suspicions(facts)(touchpoint)).toBe(expected);
    expect(suspicions({ ...facts, agent: 'bot' })(touchpoint)).toBe('bot');
  });
});
