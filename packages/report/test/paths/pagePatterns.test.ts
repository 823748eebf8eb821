import { describe, expect, it } from 'vitest';
import { pagePatterns } from '../../src/paths/pagePatterns.ts';

const SLUGS = ['oak', 'elm', 'ash', 'fir', 'yew', 'box', 'bay', 'fig', 'sloe', 'plum'];
const under = (prefix: string, names: readonly string[] = SLUGS, end = '') =>
  names.map((name) => `${prefix}/${name}${end}`);
const numbered = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, n) => `${prefix}${n}`);

/** Each seen once, unless it comes with its views. */
function patterns(paths: readonly (string | readonly [path: string, views: number])[]) {
  return pagePatterns(
    new Map(paths.map((each) => (typeof each === 'string' ? [each, 1] : [each[0], each[1]]))),
  );
}

describe(pagePatterns.name, () => {
  it.each([
    ['many names at one place', under('/p'), '/p/oak', '/p/*'],
    ['what is below them, alike', under('/p', SLUGS, '/reviews'), '/p/elm/reviews', '/p/*/reviews'],
    ['numbers', ['/items/1', '/items/22'], '/items/22', '/items/*'],
    [
      'UUIDs',
      ['/o/0192f8a0-1111-7000-8000-000000000001', '/o/0192f8a0-1111-7000-8000-000000000002'],
      '/o/0192f8a0-1111-7000-8000-000000000001',
      '/o/*',
    ],
    [
      'tokens, with the steps below',
      ['/checkouts/c/3f2504e04f8911d3/pay', '/checkouts/c/9a0c0305e82c3301/pay'],
      '/checkouts/c/9a0c0305e82c3301/pay',
      '/checkouts/c/*/pay',
    ],
    ['names in a language', under('/en/p'), '/en/p/oak', '/en/p/*'],
    ['names in a region', under('/en-GB/p'), '/en-GB/p/oak', '/en-GB/p/*'],
    ['the few of a small language', [...under('/en/p'), '/fi/p/oak'], '/fi/p/oak', '/fi/p/*'],
    ['a hundred names at the top', numbered('/thing-', 100), '/thing-7', '/*'],
    ['both ends of one page', [...under('/p'), '/p/oak/'], '/p/oak/', '/p/*'],
    ['a path without end', ['/a/b/c/d/e/f/g/h/i/j'], '/a/b/c/d/e/f/g/h/i/j', '/a/b/c/d/e/f/g/**'],
  ])('groups %s', (_, paths, path, expected) => {
    expect(patterns(paths)(path)).toBe(expected);
  });

  it.each([
    ['the front page', ['/', ...under('/p')], '/'],
    ['the front page of a language', ['/en/', ...under('/en/p')], '/en'],
    ['the cart among many names', ['/cart', ...numbered('/thing-', 100)], '/cart'],
    ['steps of the checkout', ['/checkout/shipping', ...under('/p')], '/checkout/shipping'],
    ['the place that many are below', ['/p', ...under('/p')], '/p'],
    ['names that are few', under('/help', SLUGS.slice(1)), '/help/oak'],
    ['one number alone', ['/404', '/about'], '/404'],
    [
      'a page that is frequent on its own account',
      [['/p/gift-card', 1000] as const, ...under('/p')],
      '/p/gift-card',
    ],
    ['a path that was never seen', under('/p'), '/q/oak'],
  ])('leaves alone %s', (_, paths, path) => {
    expect(patterns(paths)(path)).toBe(path);
  });

  it('merges the best seller with the rest: it is one of them, if the first', () => {
    const paths = under('/p').map((path, place) => [path, 100 - 5 * place] as const);
    expect(patterns(paths)('/p/oak')).toBe('/p/*');
  });

  it('takes thousands of paths that someone made up, however deep', () => {
    const paths = Array.from({ length: 3000 }, (_, n) => `/${n % 7}/${n}${'/x'.repeat(n % 400)}`);
    expect(patterns(paths)('/3/3')).toBe('/*/*');
    expect(patterns(paths)(paths[399]!)).toBe('/*/*/x/x/x/x/x/**');
  });
});
