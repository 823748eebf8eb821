import { describe, expect, it } from 'vitest';
import { assets } from '../../src/assets/assets.ts';
import { contentHash } from '../../src/assets/contentHash.ts';
import { lean } from '../../src/assets/lean.ts';

const bytes = (text: string) => new TextEncoder().encode(text).length;

describe('the assets of the pages', () => {
  it('stay small', () => {
    expect(bytes(assets.css.body)).toBeLessThan(45_000);
    expect(bytes(assets.js.body)).toBeLessThan(3_000);
  });

  it.each(Object.values(assets))('have a path that changes with their content: $path', (asset) => {
    expect(asset.path).toContain(contentHash(asset.body));
    expect(asset.path).toMatch(/^\/assets\/report\.[0-9a-z]+\.(css|js)$/);
  });

  it('ask for nothing from elsewhere', () => {
    for (const { body } of Object.values(assets)) expect(body).not.toMatch(/https?:|url\(|@import/);
  });
});

describe(contentHash.name, () => {
  // http://www.isthe.com/chongo/tech/comp/fnv/: test vectors of FNV-1a, 64 bits.
  it.each([
    ['', 0xcbf29ce484222325n],
    ['a', 0xaf63dc4c8601ec8cn],
    ['foobar', 0x85944171f73967e8n],
  ])('agrees with the published hash of %j', (text, expected) => {
    expect(contentHash(text)).toBe(expected.toString(36));
  });
});

describe(lean.name, () => {
  it.each([
    ['white space', '\na  {\n  color: red;\n  margin: 0 auto;\n}\n', 'a{color:red;margin:0 auto}'],
    [
      'zeros in front of a point',
      'a { top: -0.5rem; left: 10.5rem; }',
      'a{top:-.5rem;left:10.5rem}',
    ],
    [
      'nothing that means something',
      'a :hover, b + c > d { width: calc(1rem + 2vw); }',
      'a :hover,b + c>d{width:calc(1rem + 2vw)}',
    ],
  ])('drops %s', (_, css, expected) => {
    expect(lean(css)).toBe(expected);
  });
});
