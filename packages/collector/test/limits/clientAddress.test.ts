import { describe, expect, it } from 'vitest';
import { clientAddress, ipAddress, networkOf } from '../../src/limits/clientAddress.ts';

const PROXY = '10.0.0.1';
const CLIENT = '203.0.113.9';

describe(clientAddress.name, () => {
  it.each([
    ['no proxy: the connection', {}, undefined, PROXY],
    ['no proxy: whatever is claimed', {}, '198.51.100.1', PROXY],
    ['one proxy', { proxies: 1 }, CLIENT, CLIENT],
    ['one proxy, and a forged beginning', { proxies: 1 }, `198.51.100.1, ${CLIENT}`, CLIENT],
    [
      'one proxy, and a long forged beginning',
      { proxies: 1 },
      `1.1.1.1, 2.2.2.2, 3.3.3.3,${CLIENT}`,
      CLIENT,
    ],
    ['two proxies', { proxies: 2 }, `${CLIENT}, 198.51.100.4`, CLIENT],
    [
      'two proxies, and a forged beginning',
      { proxies: 2 },
      `6.6.6.6, ${CLIENT}, 198.51.100.4`,
      CLIENT,
    ],
    ['two proxies, the header of one', { proxies: 2 }, CLIENT, PROXY],
    ['past the proxy', { proxies: 1 }, undefined, PROXY],
    ['nonsense', { proxies: 1 }, '<script>', PROXY],
    ['an empty header', { proxies: 1 }, '', PROXY],
    ['with a port', { proxies: 1 }, `${CLIENT}:4711`, CLIENT],
    ['IPv6 with a port', { proxies: 1 }, '[2001:DB8::0:1]:4711', '2001:db8::1'],
  ])('%s', (_, options, forwarded, expected) => {
    const header = (name: string) => (name === 'X-Forwarded-For' ? forwarded : undefined);
    expect(clientAddress({ peer: PROXY, header }, options)).toBe(expected);
  });

  it('believes one header, where a proxy sets it, and no other then', () => {
    const header = (name: string) => (name === 'CF-Connecting-IP' ? CLIENT : '198.51.100.1');
    const options = { addressHeader: 'CF-Connecting-IP', proxies: 1 };
    expect(clientAddress({ peer: PROXY, header }, options)).toBe(CLIENT);
    expect(clientAddress({ peer: PROXY, header: () => undefined }, options)).toBe(PROXY);
  });
});

it.each([
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:0DB8:0:0:0:0:0:1', '2001:db8::1'],
  ['fe80::1%eth0', 'fe80::1'],
  ['256.1.1.1', undefined],
  ['1.2.3', undefined],
  ['::gg', undefined],
  ['localhost', undefined],
])('%s is the address %s', (text, address) => {
  expect(ipAddress(text)).toBe(address);
});

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('%s is limited with all of %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
