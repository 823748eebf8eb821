import { describe, expect, it, vi } from 'vitest';
import { funnel } from '../../src/funnel/funnel.ts';
import { readFunnelQuery } from '../../src/funnel/readFunnelQuery.ts';
import type { FunnelView } from '../../src/page/funnel/funnelPage.tsx';
import { ko } from '../../src/page/funnel/ko.ts';
import type { TrailFact } from '../../src/question.ts';
import { QUESTION } from '../facts.ts';
import { leavesOf, watched } from '../page/dictionary.ts';
import { EVIL, expectSound, parse, textOf } from '../page/sound.ts';
import { reportView } from '../page/views.ts';
import { bought, moving, walked } from '../paths/journeys.ts';

const { used } = vi.hoisted(() => ({ used: new Set<string>() }));
vi.mock(import('../../src/page/funnel/en.ts'), async (original) => {
  return { en: watched((await original()).en, used) };
});
const { funnelPage } = await import('../../src/page/render.tsx');

const on = (device: 'mobile' | 'desktop', fact: TrailFact): TrailFact => ({
  ...fact,
  entry: { channel: 'web', device },
});
const FACTS = [
  ...Array.from({ length: 20 }, () => on('mobile', walked(['page_view /p/oak']))),
  ...Array.from({ length: 5 }, () => on('desktop', walked(['page_view /p/oak', 'add_to_cart']))),
  moving(['page_view /p/oak', 'search', 'add_to_cart']),
  bought([
    ['page_view /p/oak', 0],
    ['search', 9],
    ['add_to_cart', 60],
    ['purchase', 3000],
  ]),
  bought(['page_view /p/oak', 'add_to_cart', ['purchase', 9e6]]),
];
const STEPS = {
  ...{ step1: 'page_view /p/*', step2: 'search', optional2: '1' },
  ...{ step3: 'add_to_cart', step4: 'purchase' },
};

const viewOf = (
  asked: Record<string, string> = STEPS,
  { facts = FACTS, ...rest }: Partial<FunnelView> & { facts?: TrailFact[] } = {},
): FunnelView => {
  const view = reportView();
  const report = funnel(facts, readFunnelQuery(asked), QUESTION);
  return { ...view, query: { ...view.query, ...asked }, ...rest, report };
};

const evil = [
  { ...walked([EVIL, `alert ${EVIL}`]), id: EVIL, entry: { channel: 'web', channelGroup: EVIL } },
];
const many = Array.from({ length: 60 }, () => walked(['page_view /p/oak', 'add_to_cart']));
const PAGES: [string, FunnelView][] = [
  ['the usual funnel', viewOf({})],
  ['a funnel', viewOf()],
  ['a funnel side by side', viewOf({ ...STEPS, by: 'device' })],
  ['a funnel by item', viewOf({ ...STEPS, by: 'item' })],
  ['a funnel with all that can be asked', viewOf({ ...STEPS, window: '90m', order: 'strict' })],
  ['a funnel that something ends', viewOf({ ...STEPS, exclude: 'alert PAYMENT_ERROR' })],
  ['who stopped', viewOf({ ...STEPS, show: '3' })],
  ['who stopped, of many', viewOf({ ...STEPS, show: '3' }, { facts: many })],
  ['who converted', viewOf({ ...STEPS, show: '4' })],
  ['nobody who stopped', viewOf({ ...STEPS, show: '1' }, { facts: many })],
  [
    'a funnel in Korean',
    viewOf({ ...STEPS, by: 'device', show: '1' }, { locale: 'ko', lang: 'ko' }),
  ],
  [
    'a funnel of hostile names',
    viewOf({ step1: EVIL, step2: `alert ${EVIL}`, by: 'channel', show: '2' }, { facts: evil }),
  ],
  ['a hostile funnel', viewOf({ step1: EVIL, step2: EVIL + EVIL, exclude: `x${EVIL}` })],
  ['a funnel of nothing', viewOf({}, { facts: [] })],
];

describe.each(PAGES)('a page of %s', (_, view) => {
  it('keeps the rules of all pages', () => {
    expectSound(funnelPage(view));
  });
});

describe('a page of a funnel', () => {
  const document = parse(funnelPage(viewOf()));

  it('says in a sentence how many went all the way, and where most did not', () => {
    expect(textOf(document.querySelector('.answer'))).toBe(
      '7.1% (2.0–22.6%) of 28 journeys that began with “/p/*” went all the way.' +
        'Most stop after “/p/*”: 20 journeys, 71.4% of those that got there.',
    );
  });

  it('has a row a step, with a way to the journeys behind it', () => {
    const rows = [...document.querySelectorAll('.step')].map((row) => [
      textOf(row.querySelector('h3')),
      textOf(row.querySelector('.step-name p')),
      row.querySelector('.step-left a')?.getAttribute('href')?.replace(/.*&/, ''),
    ]);
    expect(rows).toEqual([
      ['1. /p/*', '28 journeys got here', 'show=1#shown'],
      ['2. searched', '2 journeys did this on the way', undefined],
      ['3. added to the cart', '8 journeys got here', 'show=3#shown'],
      ['4. ordered', '2 journeys got here', 'show=4#shown'],
    ]);
    expect(textOf(document.querySelectorAll('.step-left')[2])).toContain('1 still under way');
  });

  it('draws the bars to scale', () => {
    const widths = [...document.querySelectorAll('.step-bar')].map((bar) =>
      [...bar.querySelectorAll('rect')].map((part) => [
        part.getAttribute('class'),
        Math.round((Number(part.getAttribute('width')) / 1000) * 28),
      ]),
    );
    expect(widths).toEqual([
      [
        ['is-continued', 8],
        ['is-left', 20],
      ],
      [
        ['is-continued', 2],
        ['is-skipped', 6],
      ],
      [
        ['is-continued', 2],
        ['is-open', 1],
        ['is-left', 5],
      ],
      [['is-ordered', 2]],
    ]);
  });

  it('has a form that holds the funnel as it is, and keeps the period', () => {
    const page = parse(funnelPage(viewOf({ ...STEPS, window: '90m', show: '3' }, { lang: 'en' })));
    const form = page.querySelector('#build form')!;
    const chosen = [...form.querySelectorAll('select')].map((select) => [
      select.getAttribute('name'),
      select.querySelector('option[selected]')?.getAttribute('value') ?? '',
    ]);
    expect(Object.fromEntries(chosen)).toEqual({
      ...{ step1: 'page_view /p/*', step2: 'search', step3: 'add_to_cart', step4: 'purchase' },
      ...{ step5: '', step6: '', step7: '', step8: '' },
      ...{ exclude: '', window: '90m', order: 'any', by: '' },
    });
    const ticked = [...form.querySelectorAll('input[checked]')].map((box) =>
      box.getAttribute('name'),
    );
    expect(ticked).toEqual(['optional2']);
    const hidden = [...form.querySelectorAll('input[type=hidden]')].map((field) =>
      field.getAttribute('name'),
    );
    expect(hidden.sort()).toEqual(['lang', 'period']);
  });

  it('lists the journeys behind a bar, each with a link', () => {
    const view = viewOf({ ...STEPS, show: '3' });
    const page = parse(funnelPage(view));
    const links = [...page.querySelectorAll('#shown tbody a')].map((link) =>
      link.getAttribute('href'),
    );
    expect(links).toEqual(
      view.report.shown?.journeys.map(({ journey }) => `/sites/shop/journeys/${journey}`),
    );
    expect(links).toHaveLength(6);
    expect(document.querySelector('#shown')).toBeNull();
  });

  it('says how long it took', () => {
    const bars = [...document.querySelectorAll('.funnel-time tbody tr')].map(textOf);
    expect(bars).toHaveLength(8);
    expect(bars[3]).toBe('15 min – 1 hr150.0%');
    expect(bars[7]).toBe('7 days or more150.0%');
  });
});

describe('the words about funnels', () => {
  it('are all used', async () => {
    const { en } = await vi.importActual<typeof import('../../src/page/funnel/en.ts')>(
      '../../src/page/funnel/en.ts',
    );
    for (const [, view] of PAGES) funnelPage(view);
    const unused = leavesOf(en).filter(([path]) => !used.has(path));
    expect(unused.map(([path]) => path)).toEqual([]);
  });

  it('are Korean in Korean, and the very same entries', async () => {
    const { en } = await import('../../src/page/funnel/en.ts');
    const words = leavesOf(ko);
    expect(words.map(([path]) => path)).toEqual(leavesOf(en).map(([path]) => path));
    for (const [path, word] of words) {
      if (typeof word === 'string') expect(`${path}: ${word}`).toMatch(/: .*[가-힣]/);
    }
  });
});
