import { describe, expect, it } from 'vitest';
import { link, sitePath, webAddress } from '../../src/page/link.ts';

describe(link.name, () => {
  it.each([
    ['leaves out what is not given', link('/', { lang: undefined, period: '' }), '/'],
    ['writes the rest', link('/a', { lang: 'ko', period: '7d' }), '/a?lang=ko&period=7d'],
    ['escapes', link('', { from: 'a&b=c' }), '?from=a%26b%3Dc'],
  ])('%s', (_, written, expected) => {
    expect(written).toBe(expected);
  });
});

describe(sitePath.name, () => {
  it('lets no id leave its place in the path', () => {
    expect(sitePath({ id: 'a/../b' }, 'journeys', '?x#y')).toBe(
      '/sites/a%2F..%2Fb/journeys/%3Fx%23y',
    );
  });
});

describe(webAddress.name, () => {
  it.each([
    ['https://shop.example/a?b', 'https://shop.example/a?b'],
    ['http://shop.example', 'http://shop.example/'],
    ['HTTPS://shop.example/', 'https://shop.example/'],
    ['javascript:alert(1)', undefined],
    ['java\nscript:alert(1)', undefined],
    [' javascript:alert(1)', undefined],
    ['data:text/html,<script>alert(1)</script>', undefined],
    ['//shop.example', undefined],
    ['/a', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('makes of %j what can be followed: %j', (url, expected) => {
    expect(webAddress(url)).toBe(expected);
  });
});
