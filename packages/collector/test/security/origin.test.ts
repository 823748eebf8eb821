import { expect, it } from 'vitest';
import { isAllowedOrigin } from '../../src/security/origin.ts';

it.each([
  ['https://shop.example', ['https://shop.example'], true],
  ['https://shop.example', ['https://other.example', 'https://shop.example'], true],
  ['https://shop.example', [], false],
  ['http://shop.example', ['https://shop.example'], false],
  ['https://shop.example:8443', ['https://shop.example'], false],
  ['https://shop.example.evil.tld', ['https://shop.example'], false],
  ['https://evilshop.example', ['https://shop.example'], false],
  ['https://www.shop.example', ['https://shop.example'], false],
  ['https://www.shop.example', ['https://*.shop.example'], true],
  ['https://a.b.shop.example', ['https://*.shop.example'], true],
  ['https://shop.example', ['https://*.shop.example'], false],
  ['https://.shop.example', ['https://*.shop.example'], false],
  ['https://evilshop.example', ['https://*.shop.example'], false],
  ['https://evil.tld/.shop.example', ['https://*.shop.example'], false],
  ['https://evil.tld#.shop.example', ['https://*.shop.example'], false],
  ['https://www.shop.example.evil.tld', ['https://*.shop.example'], false],
  ['http://localhost:3000', ['http://localhost:3000'], true],
  ['null', ['https://shop.example'], false],
])('%s against %j: %s', (origin, allowed, expected) => {
  expect(isAllowedOrigin(origin, allowed)).toBe(expected);
});
