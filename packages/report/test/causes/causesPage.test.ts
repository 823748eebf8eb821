import { describe, expect, it, vi } from 'vitest';
import { causes } from '../../src/causes/causes.ts';
import type { CausesView } from '../../src/page/causes/causesPage.tsx';
import { ko } from '../../src/page/causes/ko.ts';
import { logScale } from '../../src/page/causes/logScale.ts';
import { nameOfCause } from '../../src/page/causes/nameOfCause.ts';
import { ratioEnds, ratioText } from '../../src/page/causes/ratioText.ts';
import type { JourneyFact } from '../../src/question.ts';
import { HOUR, NOW, QUESTION } from '../facts.ts';
import { leavesOf, watched } from '../page/dictionary.ts';
import { EVIL, expectSound, parse, textOf } from '../page/sound.ts';
import { reportView, SITE } from '../page/views.ts';
import { carts, some } from './carts.ts';

const { used } = vi.hoisted(() => ({ used: new Set<string>() }));
vi.mock(import('../../src/page/causes/en.ts'), async (original) => {
  return { en: watched((await original()).en, used) };
});
const { causesPage } = await import('../../src/page/render.tsx');
const { en } = await import('../../src/page/causes/en.ts');

const ERROR = 'alert:PAYMENT_ERROR';
const rise = (size: number) => ({ met: [{ what: 'price_rise', size }], step: 'shipping' });

/** All that the page has words for: ranked, explained and unproven, in several currencies. */
const FACTS = [
  ...some(78, 89, { met: [ERROR, 'custom:support_chat'], amount: 120_00 }),
  ...some(6, 6, { met: [ERROR, 'exception'] }),
  ...carts(3, { left: true, met: [ERROR], currency: 'CHF' }),
  ...some(4, 28, { met: ['custom:support_chat'] }),
  ...some(60, 70, { met: ['exception'] }),
  ...some(60, 60, { met: [ERROR, 'exception'] }),
  ...some(74, 509),
  ...some(20, 60, { met: ['coupon_denied'] }),
  ...some(4, 40, { met: ['login'], step: 'review' }),
  ...some(3, 30, { step: 'review' }),
  ...some(60, 60, { met: ['step_back'], step: 'gift' }),
  ...some(2, 35, { met: ['dead_click'] }),
  ...some(20, 300, rise(4_90)),
  ...some(35, 50, { ...rise(12_90), amount: 50_00 }),
  ...some(35, 50, { ...rise(12_90), amount: 200_00 }),
  ...some(35, 50, { ...rise(12_90), amount: 500_00 }),
  ...some(7, 9, { met: ['rage_click'] }),
  ...some(1, 2, { met: ['custom:rare'] }),
];
const HOSTILE = [
  ...some(70, 90, { met: [`custom:${EVIL}`, `alert:${EVIL}`], step: EVIL }),
  ...some(60, 70, { met: [`alert:${EVIL}`], step: EVIL }),
  ...some(30, 40, { met: [`field_left:${EVIL}`, `poor:${EVIL}`, EVIL], step: EVIL }),
  ...some(40, 400, { step: EVIL }),
];

const viewOf = (facts: readonly JourneyFact[], rest: Partial<CausesView> = {}): CausesView => ({
  ...reportView(),
  report: causes(facts, QUESTION),
  ...rest,
});
const many = Array.from({ length: 70 }, (_, n) => some(3, 6, { met: [`custom:${n}`] })).flat();

const PAGES: [string, CausesView][] = [
  ['everything', viewOf(FACTS, { csrf: 'c' })],
  ['everything, in Korean', viewOf(FACTS, { locale: 'ko', lang: 'ko' })],
  ['no cart', viewOf([])],
  ['one cart', viewOf(some(1, 1))],
  ['one thing that is nothing', viewOf([...some(12, 40, { met: [ERROR] }), ...some(100, 400)])],
  ['nothing but one rare thing', viewOf([...some(1, 1, { met: [ERROR] }), ...some(10, 40)])],
  ['more than is listed', viewOf([...many, ...some(20, 400, { met: ['login'] }), ...some(9, 40)])],
  [
    'no prices',
    viewOf([...some(40, 60, { met: [ERROR], amount: 0 }), ...some(30, 300, { amount: 0 })]),
  ],
  ['nobody else who left', viewOf([...some(50, 60, { met: [ERROR] }), ...some(0, 300)])],
  ['hostile names', viewOf(HOSTILE, { site: { ...SITE, id: EVIL, name: EVIL } })],
];

describe.each(PAGES)('the page about causes, of %s', (_, view) => {
  it('is sound', () => {
    expectSound(causesPage(view));
  });

  it('names every section', () => {
    for (const section of parse(causesPage(view)).querySelectorAll('section')) {
      const by = section.getAttribute('aria-labelledby');
      expect(
        section.getAttribute('aria-label') ?? (by && section.querySelector(`#${by}`)),
      ).toBeTruthy();
    }
  });

  it('never says because', () => {
    expect(parse(causesPage(view)).body.textContent).not.toMatch(/because|caused by/i);
  });
});

describe('the page about causes', () => {
  const trap = viewOf([
    ...some(78, 89, { met: [ERROR, 'custom:support_chat'] }),
    ...some(6, 6, { met: [ERROR] }),
    ...some(4, 28, { met: ['custom:support_chat'] }),
    ...some(74, 509),
  ]);
  const document = parse(causesPage(trap));
  const textsOf = (selector: string) => [...document.querySelectorAll(selector)].map(textOf);

  it('begins with what most is at stake with', () => {
    expect(textOf(document.querySelector('.answer'))).toBe(
      'Most is at stake with “Shown a payment error” after payment details, before the order: about €7,020 in this period.' +
        'Carts that met this were left 6.1 times as often as carts like them that did not.',
    );
  });

  it('says of each how much more often, what is at stake, and in which journeys', () => {
    expect(textsOf('.cause h3')).toEqual(['Shown a payment error']);
    expect(textOf(document.querySelector('.cause'))).toContain(
      'Carts that met this were left 6.1 times as often as carts like them that did not; about €7,020 at stake in this period.',
    );
    expect(textsOf('.cause dd')).toEqual(['88.4% of 95 carts', '14.5% of 537 carts']);
    const links = [...document.querySelectorAll('.cause-examples a')].map((a) =>
      a.getAttribute('href'),
    );
    expect(links).toEqual(
      trap.report.ranked[0]!.examples.map((id) => `/sites/shop/journeys/${id}`),
    );
  });

  it('draws what it says: a dot and a line for each, the explained one with a ring', () => {
    expect(textsOf('.forest-name')).toEqual([
      'Shown a payment error 95 carts met it',
      'Met “support_chat” 117 carts met it',
    ]);
    expect(textsOf('.forest-figure')).toEqual([
      '6.1 times (4.9–7.6)',
      expect.stringMatching(/^0\.92 times \(.*\) alone 4\.5 times$/),
    ]);
    const [error, chat] = document.querySelectorAll('.forest-row');
    expect(error!.querySelectorAll('circle')).toHaveLength(1);
    expect(chat!.querySelectorAll('circle')).toHaveLength(2);
    const x = (row: typeof error, selector: string, name: string) =>
      Number.parseFloat(row!.querySelector(selector)!.getAttribute(name)!);
    expect(x(error, '.forest-interval', 'x1')).toBeLessThan(x(error, '.forest-dot', 'cx'));
    expect(x(error, '.forest-dot', 'cx')).toBeLessThan(x(error, '.forest-interval', 'x2'));
    expect(x(chat, '.forest-dot', 'cx')).toBeLessThan(x(chat, '.forest-one', 'x1'));
  });

  it('lists what is explained apart, with what explains it', () => {
    const text = textOf(document.querySelector('.explained li'));
    expect(text).toContain('comes along with “Shown a payment error”');
    expect(text).toMatch(/^Met “support_chat”.*Left 4\.5 times \(3\.6–5\.7\).*0\.92 times/);
  });

  it('says where it can’t tell two things that come together apart', () => {
    expect(textOf(document.querySelector('.explained li'))).not.toContain('can’t tell yet');
    const together = viewOf([
      ...some(60, 90, { met: [ERROR, { what: 'exception', at: NOW - HOUR }] }),
      ...some(60, 500),
    ]);
    expect(textOf(parse(causesPage(together)).querySelector('.explained li'))).toMatch(
      /with nothing to compare once that is held equal\. .*can’t tell yet/,
    );
  });

  it('says how many shoppers a thing is known from, where they have several carts', () => {
    const met = some(78, 90, { met: [ERROR] });
    const pairs = met.map((fact, cart) => ({ ...fact, person: `u:${cart >> 1}` }));
    const said = (facts: readonly JourneyFact[]) =>
      textOf(parse(causesPage(viewOf([...facts, ...some(60, 500)]))).querySelector('.cause'));
    expect(said(pairs)).toContain('Its carts are of 45 shoppers.');
    expect(said(met)).not.toContain('shoppers');
  });

  it('says why the others are not ranked', () => {
    const reasons = PAGES.slice(0, 6).flatMap(([, view]) =>
      [...parse(causesPage(view)).querySelectorAll('#unproven-table tbody tr')].map((row) =>
        textOf(row.lastElementChild),
      ),
    );
    expect(reasons).toContain('fewer than 30 shoppers met it');
    expect(reasons).toContain('may be chance');
  });

  it('says what to do next where nothing is known', () => {
    const texts = ['no cart', 'one cart', 'one thing that is nothing'].map((name) => {
      const view = PAGES.find(([known]) => known === name)![1];
      return textOf(parse(causesPage(view)).querySelector('.answer'));
    });
    expect(texts[0]).toMatch(/^No cart has settled.*longer period/);
    expect(texts[1]).toMatch(/^Nothing was met by enough shoppers.*longer period/);
    expect(texts[2]).toMatch(/^One thing that carts met was tested.*longer period/);
  });

  it('puts carts at stake where no price is known', () => {
    const view = PAGES.find(([name]) => name === 'no prices')![1];
    expect(textOf(parse(causesPage(view)).querySelector('.answer'))).toContain('about 34 carts');
  });
});

describe(nameOfCause, () => {
  it.each([
    [ERROR, 'Shown a payment error'],
    ['alert:NEW_KIND', 'Shown an error: NEW_KIND'],
    ['poor:LCP', 'Page slow to show its content'],
    ['poor:XYZ', 'Page poor in XYZ'],
    ['field_left:phone', 'Left the field “phone” empty or wrong'],
    ['field_left:', 'Left a field empty or wrong'],
    ['custom:a:b', 'Met “a:b”'],
    ['custom:', 'Met “”'],
    ['price_rise', 'Total rose'],
    ['price_rise:high', 'Total rose by far more than usual'],
    ['constructor', 'constructor'],
    ['alert:toString', 'Shown an error: toString'],
  ])('%s is “%s”', (what, name) => {
    expect(nameOfCause(what, en)).toBe(name);
  });
});

describe(logScale, () => {
  const estimate = (low: number, high: number) => ({ value: low, low, high });

  it('runs from a power of two to another', () => {
    const { ticks, x } = logScale([estimate(0.6, 3)]);
    expect(ticks).toEqual([0.5, 1, 2, 4]);
    expect(['0.5', '1', '2', '4'].map((ratio) => x(Number(ratio)))).toEqual([
      '0.00%',
      '33.33%',
      '66.67%',
      '100.00%',
    ]);
  });

  it('always has half to twice on it, and is never stretched by one that nobody can read', () => {
    expect(logScale([]).ticks).toEqual([0.5, 1, 2]);
    const wide = logScale([estimate(0.001, 900)]);
    expect(wide.ticks).toEqual([0.25, 0.5, 1, 2, 4, 8, 16]);
    expect(wide.x(0.001)).toBe('0.00%');
    expect(wide.x(900)).toBe('100.00%');
    expect([wide.isBeyond(16), wide.isBeyond(17)]).toEqual([false, true]);
  });
});

describe(ratioText, () => {
  it('has more decimals where they decide', () => {
    expect([0.916, 1.04, 2.04, 12.34, 160.4].map((ratio) => ratioText(ratio, 'en'))).toEqual([
      '0.92',
      '1.04',
      '2.0',
      '12.3',
      '160',
    ]);
    expect(ratioEnds({ low: 1.044, high: 12.3 }, 'en')).toEqual(['1.04', '12.30']);
  });
});

describe('the words about causes', () => {
  it('are all used', () => {
    for (const what of Object.keys(ko.names.known)) nameOfCause(what, en);
    for (const [, view] of PAGES) causesPage(view);
    const unused = leavesOf(en).filter(([path]) => !used.has(path));
    expect(unused.map(([path]) => path)).toEqual([]);
  });

  it('are Korean in Korean, and the very ones that there are in English', () => {
    const words = leavesOf(ko);
    expect(words.map(([path]) => path)).toEqual(leavesOf(en).map(([path]) => path));
    for (const [path, word] of words) {
      if (typeof word === 'string') expect(`${path}: ${word}`).toMatch(/: .*[가-힣]/);
    }
  });

  it('say the same figures in both', () => {
    const args = Array.from({ length: 9 }, (_, n) => `«${n}»`);
    const parts = (said: unknown) =>
      [...JSON.stringify(said).matchAll(/«\d»/g)].map(String).filter((part) => part !== '«0»');
    const korean = new Map(leavesOf(ko));
    for (const [path, leaf] of leavesOf(en)) {
      if (typeof leaf !== 'function') continue;
      const other = korean.get(path) as (...given: string[]) => unknown;
      expect([path, ...parts(leaf(...args)).sort()]).toEqual([
        path,
        ...parts(other(...args)).sort(),
      ]);
    }
  });
});
