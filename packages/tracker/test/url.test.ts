import { describe, expect, it } from 'vitest';
import { cleanUrl, pageOf } from '../src/capture/url.ts';

const shop = 'https://shop.example';

describe(cleanUrl.name, () => {
  it.each([
    ['a path', '/p/guitar', '/p/guitar'],
    ['campaigns', '/?utm_source=mail&utm_medium=a+b', '/?utm_source=mail&utm_medium=a+b'],
    ['a campaign behind a token', '/?token=x&utm_source=mail&id=1', '/?utm_source=mail'],
    ['click ids', '/?gclid=1&fbclid=2&msclkid=3&wbraid=4', '/?gclid=1&fbclid=2&msclkid=3&wbraid=4'],
    [
      'more click ids',
      '/?srsltid=1&li_fat_id=2&mc_cid=3&gad_source=4',
      '/?srsltid=1&li_fat_id=2&mc_cid=3&gad_source=4',
    ],
    ['search terms', '/search?q=red+mug&page=2', '/search?q=red+mug'],
    ['search terms by other names', '/?s=a&search=b&query=c', '/?s=a&search=b&query=c'],
    ['names that only begin or end so', '/?qa=1&xs=2&client_id=3&utmost=4', '/'],
    ['a token', '/reset?token=secret', '/reset'],
    ['an empty query', '/?', '/'],
    ['a place on the page', '/p#reviews', '/p'],
    ['a token in the fragment', '/#access_token=secret', '/'],
    ['a hash route', '/#/cart/1?token=secret', '/#/cart/1'],
    ['a hash-bang route', '/#!/cart', '/#!/cart'],
    ['an e-mail address in the path', '/u/ann.lee@example.com/orders', '/u/[email]/orders'],
    ['one in a search', '/?q=ann%40example.com', '/?q=[email]'],
    ['one in a hash route', '/#/u/ann@example.com', '/#/u/[email]'],
    ['an @ that is none', '/@ann/post', '/@ann/post'],
  ])('%s', (_, from, to) => {
    expect(cleanUrl(shop + from)).toBe(shop + to);
  });

  it('keeps referrers of apps, and of nothing', () => {
    expect(cleanUrl('android-app://com.google.android.gm/?x=1')).toBe(
      'android-app://com.google.android.gm/',
    );
    expect(cleanUrl('')).toBe('');
  });

  it('cuts what the collector would not take', () => {
    expect(cleanUrl(`${shop}/${'a'.repeat(3000)}`)).toHaveLength(2048);
  });
});

describe(pageOf.name, () => {
  it.each([
    ['a filter', '/a', '/a?colour=red', true],
    ['a campaign', '/a', '/a?utm_source=mail', true],
    ['a place on the page', '/a', '/a#reviews', true],
    ['a slash at the end', '/a', '/a/?q=1', true],
    ['the start of an app behind a hash', '/', '/#/', true],
    ['a query behind a hash route', '/#/a', '/#/a?x=1', true],
    ['another path', '/a', '/b', false],
    ['a longer path', '/a', '/a/b', false],
    ['a hash route', '/', '/#/a', false],
    ['another hash route', '/#/a', '/#/b', false],
    ['a hash route on another path', '/x#/a', '/y#/a', false],
  ])('%s: %s and %s are one page: %s', (_, a, b, same) => {
    expect(pageOf(shop + a) === pageOf(shop + b)).toBe(same);
  });
});
