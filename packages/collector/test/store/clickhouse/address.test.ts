import { describe, expect, it } from 'vitest';
import {
  clickhouseAddress,
  isClickHouseAddress,
  withoutPassword,
} from '../../../src/store/clickhouse/address.ts';

describe(clickhouseAddress.name, () => {
  const DEFAULTS = { username: 'default', password: '', database: 'default' };

  it.each([
    ['clickhouse://db.example', { ...DEFAULTS, url: 'http://db.example:8123' }],
    ['clickhouses://db.example', { ...DEFAULTS, url: 'https://db.example:8443' }],
    [
      'clickhouse://db.example:80/shop',
      { ...DEFAULTS, url: 'http://db.example:80', database: 'shop' },
    ],
    [
      'clickhouses://me:p%40ss%3A@db.example:9443/shop?cluster=two',
      {
        ...{ url: 'https://db.example:9443', username: 'me', password: 'p@ss:' },
        ...{ database: 'shop', cluster: 'two' },
      },
    ],
    ['clickhouse://[::1]:8123/', { ...DEFAULTS, url: 'http://[::1]:8123' }],
  ])('reads %s', (text, expected) => {
    expect(clickhouseAddress(text)).toEqual(expected);
  });

  it.each([
    'clickhouse://me:secret@/shop',
    'clickhouse:///shop',
    'clickhouse://me:secret@db.example/shop/more',
    'clickhouse://me:secret@db.example/shop?clutser=two',
    'postgres://me:secret@db.example/shop',
  ])('refuses %s, and says nothing of its password', (text) => {
    expect(() => clickhouseAddress(text)).toThrow(TypeError);
    expect(() => clickhouseAddress(text)).not.toThrow(/secret/);
  });
});

it.each([
  ['cartograph.db', false],
  ['./clickhouse/shop.db', false],
  [':memory:', false],
  ['clickhouse://db.example', true],
  ['clickhouses://db.example', true],
])('%s is an address of ClickHouse: %s', (text, expected) => {
  expect(isClickHouseAddress(text)).toBe(expected);
});

it('a file or a log has an address without its password', () => {
  expect(withoutPassword('clickhouse://me:s%40cret@db.example/shop')).toBe(
    'clickhouse://me:…@db.example/shop',
  );
  expect(withoutPassword('shop.db')).toBe('shop.db');
});
