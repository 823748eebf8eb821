import { describe, expect, it } from 'vitest';
import { FixedLink } from '../../src/page/causes/fixedLink.tsx';
import { voiceOf } from '../../src/page/voice.ts';
import { EVIL, parse } from '../page/sound.ts';
import { SITE } from '../page/views.ts';

const voice = voiceOf('en', 'Europe/Berlin');
const shown = (what: string, csrf?: string) =>
  parse(
    `<p>${FixedLink({ what, where: 'in the cart', view: { site: SITE, lang: 'en', csrf }, voice }) ?? ''}</p>`,
  );

describe(FixedLink.name, () => {
  it('leads to the form for a marked day, with what was put right', () => {
    const a = shown('Coupon code refused', 'c').querySelector('a')!;
    expect(a.textContent).toBe('Fixed it?');
    const { pathname, searchParams, hash } = new URL(a.getAttribute('href')!, 'https://c.example');
    expect(pathname + hash).toBe('/sites/shop/settings#marks');
    expect(Object.fromEntries(searchParams)).toEqual({
      mark: 'Fixed: Coupon code refused, in the cart',
      lang: 'en',
    });
  });

  it('is not there for who can mark none', () => {
    expect(shown('Coupon code refused').querySelector('a')).toBeNull();
  });

  it('keeps hostile names text', () => {
    const document = shown(EVIL, 'c');
    expect(document.querySelectorAll('a')).toHaveLength(1);
    expect(document.querySelectorAll('p *')).toHaveLength(1);
  });
});
