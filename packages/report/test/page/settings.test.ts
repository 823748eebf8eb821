import { describe, expect, it, vi } from 'vitest';
import type { SettingsField, SettingsView } from '../../src/page/settings/settingsView.ts';
import { NOW } from '../facts.ts';
import { leavesOf } from './dictionary.ts';
import { EVIL, expectSound, parse } from './sound.ts';
import { SITE } from './views.ts';

const { used } = vi.hoisted(() => ({ used: new Set<string>() }));
vi.mock(import('../../src/page/settings/en.ts'), async (original) => {
  const { watched } = await import('./dictionary.ts');
  return { en: watched((await original()).en, used) };
});

const { settingsPage } = await import('../../src/page/render.tsx');
const { en } = await vi.importActual<typeof import('../../src/page/settings/en.ts')>(
  '../../src/page/settings/en.ts',
);
const { ko } = await import('../../src/page/settings/ko.ts');

const BASE = {
  locale: 'en' as const,
  csrf: 'of-this-session',
  site: { ...SITE, origins: ['https://shop.example'], abandonedAfterMs: 3_600_000 },
  asOf: new Date(NOW).toISOString(),
};
const EMPTY: Extract<SettingsView, { canChange: true }> = {
  ...BASE,
  canChange: true,
  annotations: [],
  segments: [],
  tokens: [],
  shares: [],
  segment: {},
};
const FULL: typeof EMPTY = {
  ...EMPTY,
  site: { ...BASE.site, name: EVIL, origins: [EVIL], retentionDays: 400, orders: 'confirmed' },
  annotations: [{ id: '2026-11-08.a', day: '2026-11-08', text: EVIL }],
  segments: [{ id: 's', name: EVIL, query: { device: 'mobile', campaign: EVIL } }],
  tokens: [
    { id: 't1', scope: 'admin' },
    { id: 't2', scope: 'write', name: EVIL, madeAt: NOW },
  ],
  shares: [{ id: 'h1', expiresAt: NOW }],
};

/** The form that each field is in. */
const FORM_OF: Record<SettingsField, string> = {
  name: 'site.change',
  currency: 'site.change',
  timeZone: 'site.change',
  abandonedAfter: 'site.change',
  retentionDays: 'site.change',
  orders: 'site.change',
  origin: 'site.change',
  day: 'annotation.add',
  text: 'annotation.add',
  segmentName: 'segment.add',
  segment: 'segment.add',
  scope: 'token.add',
  tokenName: 'token.add',
  days: 'share.add',
};
const FIELDS = Object.keys(FORM_OF) as SettingsField[];

function everything(locale: 'en' | 'ko'): string[] {
  const views: SettingsView[] = [
    EMPTY,
    FULL,
    { ...FULL, made: { kind: 'token', secret: EVIL } },
    { ...FULL, made: { kind: 'share', secret: EVIL } },
    { ...FULL, done: 'marks' },
    { ...FULL, segment: { landing: EVIL } },
    ...FIELDS.map((field) => ({
      ...FULL,
      problem: { do: FORM_OF[field], field, typed: { name: EVIL, text: EVIL } },
    })),
    { ...BASE, canChange: false },
  ];
  return views.map((view) => settingsPage({ ...view, locale, lang: locale }));
}

describe.each(['en', 'ko'] as const)('settings in %s', (locale) => {
  it.each(everything(locale).map((html, place) => [place, html] as const))(
    'are sound whatever was typed: %i',
    (_, html) => expectSound(html),
  );
});

describe('settings', () => {
  it('carry the session’s own token in every form', () => {
    const forms = [...parse(settingsPage(FULL)).querySelectorAll('main form')];
    expect(forms.length).toBeGreaterThanOrEqual(10);
    for (const form of forms) {
      expect(form.querySelector('[name=csrf]')?.getAttribute('value')).toBe('of-this-session');
      expect(form.getAttribute('method')).toBe('post');
      const [path, part] = form.getAttribute('action')!.split('#');
      expect(path).toBe('/sites/shop/settings');
      expect(form.closest('section')!.id).toBe(part);
    }
  });

  it.each([
    ['currency', 'Euro'],
    ['abandonedAfter', 'soon'],
    ['origins', 'shop.example/path'],
  ])('keep what was typed into %s, and say what was expected', (name, typed) => {
    const field = name === 'origins' ? 'origin' : (name as SettingsField);
    const html = settingsPage({
      ...FULL,
      problem: { do: 'site.change', field, typed: { [name]: typed } },
    });
    const document = parse(html);
    const input = document.querySelector(`[name=${name}]`)!;
    expect(input.getAttribute('value') ?? input.textContent.trim()).toBe(typed);
    const [problem] = document.querySelectorAll('[role=alert]');
    expect(problem!.textContent).toBe(en.expected[field]);
    expect(problem!.closest('.field')!.contains(input)).toBe(true);
  });

  it('show a secret only when it was just made', () => {
    expect(settingsPage(FULL)).not.toContain('ctk_');
    const made = { kind: 'token', secret: 'ctk_new' } as const;
    const shown = parse(settingsPage({ ...FULL, made })).querySelectorAll('.snippet');
    expect([...shown].map(({ textContent }) => textContent)).toEqual(['ctk_new']);
  });

  it('tell a reader why there is nothing to be seen', () => {
    const html = settingsPage({ ...BASE, canChange: false });
    expect(html).toContain('signed in with a token of the scope admin');
    expect(parse(html).querySelectorAll('main form')).toHaveLength(0);
  });

  it('offer every country by its name, in the order of names', () => {
    const document = parse(settingsPage({ ...EMPTY, segment: { country: 'AT' } }));
    const options = [...document.querySelectorAll('[name=country] option')].slice(1);
    expect(options).toHaveLength(249);
    expect(options.slice(0, 3).map(({ textContent }) => textContent)).toEqual([
      'Afghanistan',
      'Åland Islands',
      'Albania',
    ]);
    expect(document.querySelector('[name=country] [selected]')?.textContent).toBe('Austria');
  });

  it('begin a segment with the one that a page was cut by', () => {
    const html = settingsPage({ ...EMPTY, segment: { device: 'mobile', campaign: 'spring' } });
    const document = parse(html);
    expect(document.querySelector('[name=campaign]')?.getAttribute('value')).toBe('spring');
    expect(document.querySelector('[name=device] [selected]')?.getAttribute('value')).toBe(
      'mobile',
    );
  });
});

describe('their words', () => {
  it('are all used', () => {
    everything('en');
    expect(leavesOf(en).flatMap(([path]) => (used.has(path) ? [] : [path]))).toEqual([]);
  });

  it('are in Korean throughout', () => {
    for (const [path, leaf] of leavesOf(ko)) {
      if (typeof leaf === 'string') expect(`${path}: ${leaf}`).toMatch(/: .*[가-힣]/);
    }
    const paths = (words: object) => leavesOf(words).map(([path]) => path);
    expect(paths(ko)).toEqual(paths(en));
  });
});
