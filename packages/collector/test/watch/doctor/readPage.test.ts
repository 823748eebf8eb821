import { describe, expect, it } from 'vitest';
import { readPage } from '../../../src/watch/doctor/readPage.ts';

describe(readPage.name, () => {
  it.each([
    '<script async src="https://c.example/c.js?a=1&amp;b=2" data-site="shop"></script>',
    "<SCRIPT DATA-SITE='shop' SRC='https://c.example/c.js?a=1&b=2' async></SCRIPT>",
    '<script\n  data-site=shop\n  src=https://c.example/c.js?a=1&b=2\n></script>',
    '<script title="a > b" data-site="shop" src="https://c.example/c.js?a=1&b=2" />',
  ])('finds the tag in %s', (html) => {
    const [tag] = readPage(`<!doctype html><head>${html}<p>`).tags;
    expect(tag?.get('data-site')).toBe('shop');
    expect(tag?.get('src')).toBe('https://c.example/c.js?a=1&b=2');
  });

  it.each([
    '<!-- <script src="/c.js" data-site="shop"></script> -->',
    '<script>const html = \'<script src="/c.js" data-site="shop">\'</script>',
    '<template><script src="/c.js" data-site="shop"></script></template>',
    '<script src="/other.js"></script>',
  ])('finds no tag in %s', (html) => {
    expect(readPage(html).tags).toEqual([]);
  });

  it('finds two where there are two, and the policies of meta tags', () => {
    const tag = '<script src="/c.js" data-site="shop"></script>';
    const meta = `<meta http-equiv="content-security-policy" content="default-src 'self'">`;
    const { tags, policies } = readPage(`${meta}${tag}<p>${tag}<meta charset="utf-8">`);
    expect(tags).toHaveLength(2);
    expect(policies).toEqual(["default-src 'self'"]);
  });
});
