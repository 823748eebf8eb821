import { describe, expect, it, vi } from 'vitest';
import type { Annotation } from '../../src/overview/annotation.ts';
import type { StagesFact } from '../../src/question.ts';
import { abandoned, DAY, lost, MINUTE, NOW, open, ordered, QUESTION, withCart } from '../facts.ts';
import { leavesOf } from './dictionary.ts';
import { EVIL, expectSound, parse } from './sound.ts';
import { reportView, SITE } from './views.ts';

const { used } = vi.hoisted(() => ({ used: new Set<string>() }));
vi.mock(import('../../src/page/overview/en.ts'), async (original) => {
  const { watched } = await import('./dictionary.ts');
  return { en: watched((await original()).en, used) };
});

const { overviewPage } = await import('../../src/page/render.tsx');
const { figuresOf, overview } = await import('../../src/overview/overview.ts');
const { en } = await vi.importActual<typeof import('../../src/page/overview/en.ts')>(
  '../../src/page/overview/en.ts',
);
const { ko } = await import('../../src/page/overview/ko.ts');

type Report = ReturnType<typeof overview>;

const staged = (fact: StagesFact | Omit<StagesFact, 'stages'>): StagesFact => ({
  ...fact,
  stages: [
    {
      stage: 'cart',
      at: fact.startedAt,
      activeMs: 0,
      did: { page_view: 5 },
      poorVitals: 0,
      channels: [],
      scores: [],
    },
  ],
});

/** Carts of each of the days before now, some left at shipping, a payment error's after payment. */
function carts({ perDay = 30, days = 80, left = 20 } = {}): StagesFact[] {
  return Array.from({ length: days }, (_, day) =>
    Array.from({ length: perDay }, (_, n) => {
      const createdAt = NOW - (day + 1) * DAY + n * MINUTE;
      const isLeft = n < left + (day % 3) - 1;
      const steps = n % 2 ? ['cart', 'shipping'] : ['cart', 'shipping', 'payment'];
      const options = { createdAt, steps, amount: 10_00 };
      const fact = isLeft ? abandoned(options) : ordered(options);
      const stops = fact.cart!.stops.map((stop) => ({ ...stop, at: createdAt + MINUTE }));
      const met =
        n === 24 || (isLeft && n % 4 === 0)
          ? [{ what: 'alert:PAYMENT_ERROR', step: 'payment', at: createdAt, times: 1 }]
          : [];
      const order = fact.cart!.order;
      return staged(
        withCart(fact, {
          stops,
          met,
          ...(order && { order: { ...order, at: createdAt + 2 * MINUTE } }),
        }) as StagesFact,
      );
    }),
  ).flat();
}

const FACTS = carts();

function report(facts = FACTS): Report {
  return facts === FACTS ? FULL : reportOf(facts);
}

const LIVE = { id: '1', day: '2026-11-08', text: 'New checkout live' };
const TODAY = { id: '2', day: '2026-11-22', text: 'Fixed today' };

function reportOf(facts: StagesFact[], annotations: readonly Annotation[] = [LIVE]): Report {
  return overview({
    question: QUESTION,
    carts: facts,
    journeys: facts,
    previous: null,
    annotations,
  });
}

const FULL = reportOf(FACTS);

const page = (change: Partial<Parameters<typeof overviewPage>[0]> = {}) =>
  overviewPage({ ...reportView(), report: report(), ...change });
const textOf = (html: string, selector: string) =>
  [...parse(html).querySelectorAll(selector)].map(({ textContent }) =>
    textContent.replace(/\s+/g, ' ').trim(),
  );

const finding = {
  step: 'shipping',
  kind: 'days' as const,
  from: '2026-11-04',
  to: '2026-11-05',
  days: 2,
  rate: { value: 0.9, low: 0.8, high: 0.95, n: 60 },
  usual: 0.7,
  by: 0.2,
  excess: 12,
};

/** Pages in which everything happens that there are words for. */
function everything(locale: 'en' | 'ko'): string[] {
  const full = report();
  const { changes } = full;
  const outage = { day: '2026-11-10', seen: 1, expected: 30 };
  const odd = {
    ...changes,
    findings: [
      finding,
      { ...finding, to: finding.from, excess: -12 },
      { ...finding, kind: 'shift' as const, step: null },
    ],
    outages: (['silent', 'pages', 'carts', 'orders', 'step'] as const).map((reason) => ({
      ...outage,
      reason,
      step: 'shipping',
    })),
    rates: changes.rates.map((rate) => ({
      ...rate,
      days: rate.days.map((day, n) => (n % 9 === 0 ? { ...day, outside: 'above' as const } : day)),
    })),
  };
  const steps = report(carts({ perDay: 30, left: 20 }).map((fact) => withoutMet(fact)));
  const views = [
    { report: full },
    { report: { ...full, changes: odd }, silentSince: NOW },
    { report: { ...full, changes: { ...changes, findings: [finding] }, annotations: [] } },
    { report: { ...full, previous: figuresOf(FACTS, FACTS, QUESTION) } },
    { report: { ...full, ...figuresOf(FACTS, [], QUESTION) } },
    { report: { ...full, annotations: [TODAY] } },
    { report: steps },
    { report: report([]) },
    { report: report(carts({ days: 10 })) },
    { report: report([staged(open() as StagesFact), staged(lost() as StagesFact)]) },
    { report: report([staged(open({ amount: 0 }) as StagesFact)]) },
    { report: { ...full, changes: { ...changes, judgedDays: 0 } } },
    {
      report: {
        ...full,
        changes: { ...changes, findings: [{ ...finding, kind: 'shift' as const }] },
      },
    },
  ];
  return views.map((view) => page({ ...view, locale, lang: locale }));
}

const withoutMet = (fact: StagesFact) => withCart(fact, { met: [] }) as StagesFact;

describe.each(['en', 'ko'] as const)('the overview in %s', (locale) => {
  it.each(everything(locale).map((html, place) => [place, html] as const))(
    'is sound whatever happened: %i',
    (_, html) => expectSound(html),
  );
});

describe('the overview', () => {
  it('lists the days that were marked up to now, and says which is too young to be drawn', () => {
    const early = { id: '0', day: '2026-08-01', text: 'Before all of it' };
    const tomorrow = { id: '3', day: '2026-11-23', text: 'Not yet' };
    const html = page({ report: reportOf(FACTS, [early, LIVE, TODAY, tomorrow]) });
    expect(textOf(html, '.marks li')).toEqual([
      'Sun, Nov 8 New checkout live',
      'Sun, Nov 22 Fixed today (not drawn yet: its carts have not had their time)',
    ]);
    expect(textOf(html, '.watch-main .watch-number')).toEqual(['1']);
  });

  it('lets its owner mark the day when a cause was put right', () => {
    const marks = (change: Parameters<typeof page>[0]) =>
      [...parse(page(change)).querySelectorAll('.fix-more a')].filter((link) =>
        link.getAttribute('href')!.includes('/settings?mark=Fixed'),
      );
    expect(marks({ csrf: 'c' })).toHaveLength(
      report().fixFirst.filter(({ kind }) => kind === 'cause').length,
    );
    expect(marks({ csrf: 'c' })).not.toHaveLength(0);
    expect(marks({})).toHaveLength(0);
  });

  it('says first how it goes, with what each figure is of', () => {
    const html = page();
    const { abandonment, conversion } = report();
    expect(textOf(html, '.figure dt')).toEqual([
      'Abandonment rate',
      'At risk',
      'Lost',
      'Won back',
      'Carts created',
      'Orders',
      'Revenue',
      'Conversion',
    ]);
    const values = [...parse(html).querySelectorAll('.figure-value data')].map((each) =>
      each.getAttribute('value'),
    );
    expect(values).toEqual([
      String(abandonment.rate.value),
      abandonment.value.atRisk,
      abandonment.value.lost,
      abandonment.value.recovered,
      String(abandonment.carts.created),
      String(abandonment.carts.ordered),
      abandonment.value.ordered,
      String(conversion.rate.value),
    ]);
    expect(textOf(html, '.figure').at(-1)).toMatch(/orders of \d+ journeys that are over/);
  });

  it('says what to fix first: a sentence, its money, and the way to more', () => {
    const [fix] = report().fixFirst;
    expect(fix).toMatchObject({ kind: 'cause', what: 'alert:PAYMENT_ERROR' });
    const html = page();
    const [first] = textOf(html, '.fixes li');
    expect(first).toContain('Shown a payment error');
    expect(first).toContain('met it were left after payment details, before the order');
    const links = [...parse(html).querySelectorAll('.fixes a')].map((a) => a.getAttribute('href'));
    expect(links[0]).toBe('/sites/shop/causes?period=30d');
    expect(links[1]).toBe(`/sites/shop/journeys/${fix!.journey}`);
    expect(textOf(html, '.fix-all')[0]).toContain('most money is left');
  });

  it('says where money is left as long as nothing is known to go with it', () => {
    const facts = carts().map(withoutMet);
    const { fixFirst, abandonment } = report(facts);
    expect(fixFirst.map(({ kind }) => kind)).toEqual(['step', 'step']);
    const shares = fixFirst.map((fix) => (fix.kind === 'step' ? fix.share : 0));
    expect(shares.reduce((sum, share) => sum + share)).toBeCloseTo(1, 12);
    const sums = fixFirst.reduce((sum, { value }) => sum + Number(value.amount), 0);
    expect(sums).toBe(Number(abandonment.value.left));
  });

  it('draws what is normal, which days were not, and what the owner marked', () => {
    const calm = report();
    const [all, ...rest] = calm.changes.rates;
    const days = all!.days.map((day, n) => (n === 3 ? { ...day, outside: 'above' as const } : day));
    const changes = { ...calm.changes, rates: [{ ...all!, days }, ...rest], findings: [finding] };
    const html = page({ report: { ...calm, changes } });
    expect(parse(html).querySelectorAll('.watch-main .watch-outside')).toHaveLength(1);
    expect(parse(html).querySelectorAll('.watch-main .watch-mark')).toHaveLength(1);
    expect(textOf(html, '.marks li')).toEqual(['Sun, Nov 8 New checkout live']);
    expect(textOf(html, '.finding p')).toEqual([
      'From Wed, Nov 4 to Thu, Nov 5 90.0% of 60 carts were left after shipping, before payment; ' +
        '70.0% is usual. 12 carts more than usual.',
    ]);
  });

  it('compares with the period before only what was as old', () => {
    const previous = figuresOf(FACTS, FACTS, QUESTION);
    const { abandonment } = previous;
    const older = { ...abandonment, asOf: new Date(NOW + 30 * DAY).toISOString() };
    const changesIn = (before: typeof abandonment) =>
      parse(
        page({ report: { ...report(), previous: { ...previous, abandonment: before } } }),
      ).querySelectorAll('.figure .change').length;
    expect(changesIn(abandonment)).toBe(8);
    expect(changesIn(older)).toBe(2);
  });

  it('shows what somebody typed as text', () => {
    const annotations = [{ id: '1', day: '2026-11-08', text: EVIL }];
    const changes = { ...report().changes, findings: [{ ...finding, step: EVIL }] };
    const html = page({
      site: { ...SITE, id: EVIL, name: EVIL },
      report: { ...report(), annotations, changes },
    });
    expectSound(html);
    expect(textOf(html, '.marks')[0]).toContain('onerror');
  });
});

describe('its words', () => {
  it('are all used', () => {
    everything('en');
    expect(leavesOf(en).filter(([path]) => !used.has(path))).toEqual([]);
  });

  it('are in Korean throughout', () => {
    for (const [path, leaf] of leavesOf(ko)) {
      if (typeof leaf === 'string') expect(`${path}: ${leaf}`).toMatch(/: .*[가-힣]/);
    }
    const paths = (words: object) => leavesOf(words).map(([path]) => path);
    expect(paths(ko)).toEqual(paths(en));
  });
});
