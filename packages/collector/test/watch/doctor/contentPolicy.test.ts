import { describe, expect, it } from 'vitest';
import { forbiddenBy } from '../../../src/watch/doctor/contentPolicy.ts';

const PAGE = new URL('https://shop.example/cart');
const SCRIPT = new URL('https://c.shop.example/c.js');
const script = { kind: 'script', url: SCRIPT, page: PAGE } as const;
const connect = { kind: 'connect', url: new URL('/v1/touchpoints', SCRIPT), page: PAGE } as const;

describe(forbiddenBy.name, () => {
  it.each([
    ['no policy', []],
    ['a policy about other things', ["img-src 'self'; frame-ancestors 'none'"]],
    ['any host', ["default-src 'none'; script-src *; connect-src *"]],
    ['any https', ['default-src https:']],
    ['the origin', ['default-src https://c.shop.example']],
    ['the host without a scheme', ['default-src c.shop.example']],
    ['the host over http, which allows https', ['default-src http://c.shop.example']],
    ['all subdomains', ['script-src *.shop.example; connect-src *.shop.example']],
    ['a path that fits', ['script-src c.shop.example/c.js; connect-src c.shop.example/v1/']],
    ['the more special directive', ["script-src 'none'; script-src-elem c.shop.example"]],
  ])('%s lets script and touchpoints pass', (_, policies) => {
    expect(forbiddenBy(policies, script)).toBeUndefined();
    expect(forbiddenBy(policies, connect)).toBeUndefined();
  });

  it.each([
    ['nothing', ["default-src 'none'"], "default-src 'none'"],
    ['itself only', ["default-src 'self'"], "default-src 'self'"],
    ['an empty list', ['default-src'], 'default-src'],
    ['another host', ['default-src cdn.example'], 'default-src cdn.example'],
    ['a host that ends alike', ['default-src *.hop.example'], 'default-src *.hop.example'],
    ['another port', ['default-src c.shop.example:8443'], 'default-src c.shop.example:8443'],
    ['another path', ['default-src c.shop.example/x/'], 'default-src c.shop.example/x/'],
    ['one of two policies', ['default-src *', "default-src 'self'"], "default-src 'self'"],
    ['one of two in a header', ["default-src *, default-src 'self'"], "default-src 'self'"],
  ])('%s forbids both', (_, policies, directive) => {
    expect(forbiddenBy(policies, script)).toBe(directive);
    expect(forbiddenBy(policies, connect)).toBe(directive);
  });

  it('takes a nonce for the script, and for nothing else', () => {
    const policies = ["script-src 'nonce-abc' 'strict-dynamic' https:; connect-src 'nonce-abc'"];
    expect(forbiddenBy(policies, { ...script, nonce: 'abc' })).toBeUndefined();
    expect(forbiddenBy(policies, { ...script, nonce: 'other' })).toContain('strict-dynamic');
    expect(forbiddenBy(policies, script)).toContain('strict-dynamic');
    expect(forbiddenBy(policies, connect)).toContain('connect-src');
  });

  it('knows the page’s own origin', () => {
    const own = { ...script, url: new URL('/c.js', PAGE) };
    expect(forbiddenBy(["script-src 'self'"], own)).toBeUndefined();
  });
});
