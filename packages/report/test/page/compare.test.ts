import { describe, expect, it, vi } from 'vitest';
import type { JourneyFact, Question } from '../../src/question.ts';
import { abandoned, DAY, HOUR, MINUTE, ordered, QUESTION, withCart } from '../facts.ts';
import { leavesOf } from './dictionary.ts';
import { EVIL, expectSound, parse } from './sound.ts';
import { reportView, SITE } from './views.ts';

const { used } = vi.hoisted(() => ({ used: new Set<string>() }));
vi.mock(import('../../src/page/compare/en.ts'), async (original) => {
  const { watched } = await import('./dictionary.ts');
  return { en: watched((await original()).en, used) };
});

const { comparePage } = await import('../../src/page/render.tsx');
const { compare } = await import('../../src/compare/compare.ts');
const { emptyCompare } = await import('../../src/compare/compareReport.ts');
const { readSides } = await import('../../src/compare/readCompare.ts');
const { en } = await vi.importActual<typeof import('../../src/page/compare/en.ts')>(
  '../../src/page/compare/en.ts',
);
const { ko } = await import('../../src/page/compare/ko.ts');

const DAY_OF_CHANGE = Date.parse('2026-11-10T12:00:00+01:00');

/** Carts of one day before or after the change, by what became of them. */
function carts(day: number, { left, bought, amount = 10_00 }: Record<string, number>) {
  const createdAt = DAY_OF_CHANGE + day * DAY;
  const options = { createdAt, steps: ['cart', 'shipping'], lastAt: createdAt };
  return [
    ...Array.from({ length: left! }, () =>
      withCart(abandoned(options), { stops: [{ at: createdAt, step: 'shipping', amount: 1 }] }),
    ),
    ...Array.from({ length: bought! }, (_, n): JourneyFact => {
      const fact = ordered(options);
      const order = { ...fact.cart!.order!, at: createdAt + HOUR, amount: amount + n * MINUTE };
      return withCart(fact, { order });
    }),
  ];
}

const BETTER = [...carts(-3, { left: 280, bought: 120 }), ...carts(3, { left: 220, bought: 180 })];
const SMALL = [...carts(-3, { left: 60, bought: 40 }), ...carts(3, { left: 50, bought: 50 })];
const ASKED = { at: '2026-11-10', days: '7' };

function page(
  facts: JourneyFact[],
  {
    asked = ASKED,
    question = QUESTION,
    ...change
  }: Partial<Parameters<typeof comparePage>[0]> & {
    asked?: Record<string, string>;
    question?: Question;
  } = {},
): string {
  const sides = readSides(asked, question);
  return comparePage({
    ...reportView(),
    query: asked,
    report:
      sides && sides.days > 0
        ? compare({ question, sides, carts: facts, journeys: facts })
        : emptyCompare('EUR', sides),
    annotations: [],
    steps: [],
    figure: 'abandonment',
    ...change,
  });
}

const textOf = (html: string, selector: string) =>
  [...parse(html).querySelectorAll(selector)].map(({ textContent }) =>
    textContent.replace(/\s+/g, ' ').trim(),
  );

const MARKED = [{ id: '1', day: '2026-11-10', text: EVIL }];

function everything(locale: 'en' | 'ko'): string[] {
  const common = { locale, lang: locale };
  const nearly = [
    ...carts(-3, { left: 600, bought: 400 }),
    ...carts(3, { left: 599, bought: 401 }),
  ];
  const apart = SMALL.map((fact, n) => ({
    ...fact,
    entry: { channel: 'web', device: n < 100 ? ('mobile' as const) : ('desktop' as const) },
  }));
  const mixed = [
    ...carts(-3, { left: 80, bought: 20 }),
    ...carts(3, { left: 320, bought: 80 }),
    ...[...carts(-3, { left: 160, bought: 240 }), ...carts(3, { left: 40, bought: 60 })].map(
      (fact): JourneyFact => ({ ...fact, entry: { channel: 'web', device: 'desktop' } }),
    ),
  ];
  return [
    page(BETTER, { ...common, annotations: MARKED }),
    page(BETTER, { ...common, figure: 'conversion' }),
    page(BETTER, { ...common, figure: 'order_value' }),
    page(BETTER, { ...common, figure: 'stop:shipping' }),
    page(
      [...carts(3, { left: 280, bought: 120 }), ...carts(-3, { left: 220, bought: 180 })],
      common,
    ),
    page(SMALL, common),
    page(nearly, common),
    page(apart, common),
    page(mixed, common),
    page([...carts(-1, { left: 2, bought: 1 }), ...carts(1, { left: 1, bought: 1 })], common),
    page([...carts(-3, { left: 18, bought: 22 }), ...carts(3, { left: 960, bought: 790 })], common),
    page(BETTER, { ...common, asked: { ...ASKED, days: '28' } }),
    page([], { ...common, asked: { at: '2026-11-17' } }),
    page([], { ...common, asked: {} }),
    page([], { ...common, asked: { at: '2026-11-22' } }),
    page([], common),
  ];
}

describe.each(['en', 'ko'] as const)('before and after in %s', (locale) => {
  it.each(everything(locale).map((html, place) => [place, html] as const))(
    'is sound whatever happened: %i',
    (_, html) => expectSound(html),
  );
});

describe('before and after', () => {
  it('says what changed, by how much, and how surely', () => {
    const [answer] = textOf(page(BETTER), '.answer');
    expect(answer).toMatch(
      /^Abandonment rate went down by 15\.0 points, between −2\d\.\d points – −8\.\d points\. ?That is better/,
    );
  });

  it('says so when it can’t tell, and how long it takes', () => {
    const html = page(SMALL);
    expect(textOf(html, '.answer')[0]).toContain('can’t tell yet whether it changed');
    expect(textOf(html, '.compare-answer')[0]).toContain(
      'about 385 carts on each side to be told: some 20 days more at this pace',
    );
  });

  it('looks at the figure that was chosen, and links to every other', () => {
    const html = page(BETTER, { figure: 'conversion' });
    expect(textOf(html, '.answer')[0]).toMatch(/^Conversion went up by/);
    const links = [...parse(html).querySelectorAll('.changes a')];
    expect(links.map((a) => a.getAttribute('href'))).toEqual([
      '?at=2026-11-10&days=7&figure=abandonment',
      '?at=2026-11-10&days=7&figure=stop%3Acart',
      '?at=2026-11-10&days=7&figure=stop%3Ashipping',
      '?at=2026-11-10&days=7&figure=conversion',
      '?at=2026-11-10&days=7&figure=order_value',
    ]);
    expect(links[3]!.getAttribute('aria-current')).toBe('true');
  });

  it('warns of stopping at the first yes', () => {
    expect(textOf(page(SMALL), '.how')[0]).toContain('Who looks five times');
  });

  it('offers the days that the owner marked', () => {
    const html = page(BETTER, { annotations: MARKED, site: { ...SITE, id: EVIL } });
    const [, option] = parse(html).querySelectorAll('select[name=mark] option');
    expect(option!.getAttribute('value')).toBe('2026-11-10');
    expect(option!.hasAttribute('selected')).toBe(true);
  });

  it('says what to do while no day is chosen, and when it is too early', () => {
    expect(textOf(page([], { asked: {} }), '.answer')[0]).toContain('Choose the day');
    expect(textOf(page([], { asked: { at: '2026-11-22' } }), '.answer')[0]).toContain(
      'Nothing can be said of Sun, Nov 22 yet',
    );
  });
});

describe('its words', () => {
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
