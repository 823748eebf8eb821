import { fold } from '@cartograph/journey';
import { describe, expect, it, vi } from 'vitest';
import { ko } from '../../src/page/text/ko.ts';
import {
  abandoned,
  DAY,
  direct,
  emptied,
  HOUR,
  lost,
  MINUTE,
  NOW,
  open,
  ordered,
  QUESTION,
} from '../facts.ts';
import { leavesOf } from './dictionary.ts';

/** Paths of the entries that a page has read. */
const { used } = vi.hoisted(() => ({ used: new Set<string>() }));

vi.mock(import('../../src/page/text/en.ts'), async (original) => {
  const { watched } = await import('./dictionary.ts');
  return { en: watched((await original()).en, used) };
});

const { abandonmentTable } = await import('../../src/abandonmentTable.ts');
const pages = await import('../../src/page/render.tsx');
const { live, SITE, viewOf } = await import('./views.ts');
const { en } = await vi.importActual<typeof import('../../src/page/text/en.ts')>(
  '../../src/page/text/en.ts',
);

const STEPS = ['cart', 'checkout', 'contact', 'address', 'shipping', 'payment', 'review', 'gift'];

/** Cut by all that a page can be cut by. */
const CUT = {
  late: [{ day: '2026-11-14', from: '2026-11-14T00:00:00Z', touchpoints: 3 }],
  onlyConfirmed: true,
  isChanging: true,
  hasStorage: true,
  saved: [{ id: 's', name: 'Spring', query: { campaign: 'spring' } }],
  segment: { campaign: 'spring' },
  choices: {
    device: ['desktop', 'mobile', 'tablet'],
    channel: ['Direct'],
    country: ['DE'],
    returning: ['new', 'returning'],
    campaign: ['spring'],
    landing: ['/'],
    item: ['G1'],
  },
};

/** A report in which every kind of thing happens. */
function everything() {
  const devices = ['desktop', 'mobile', 'tablet'] as const;
  const facts = [
    ...STEPS.map((_, place) =>
      abandoned({ steps: STEPS.slice(0, place + 1), amount: 9_00, stopsAt: ['cart'] }),
    ),
    ...devices.map((device) => ({ ...abandoned(), entry: { channel: 'web', device } })),
    lost(),
    open(),
    emptied(),
    direct(),
    ordered({ steps: [...STEPS], stopsAt: ['cart'] }),
    ordered({ steps: ['payment'], currency: 'CHF' }),
    ordered({ currency: 'USD' }),
    abandoned({ steps: ['gift'] }),
  ];
  return viewOf(facts, { question: { ...QUESTION, from: NOW - 60 * DAY }, ...CUT });
}

/** A journey in which everything happens that the page has words for. */
function journeyPages() {
  const types = [
    ...['add_to_cart', 'remove_from_cart', 'add_to_cart', 'page_view', 'page_view', 'purchase'],
    ...Array.from({ length: 500 }, () => 'page_view'),
  ];
  const minutes = [0, 1, 2, 100, 140, 141];
  const touchpoints = types.map((type, seq) => ({
    id: `t${seq}`,
    type,
    at: NOW - DAY + (minutes[seq] ?? 150) * MINUTE,
    seq,
    visitor: 'v',
    receivedAt: NOW,
    params: { items: [{ item_id: 'G1', price: 1 }] },
  }));
  for (const known of [
    touchpoints,
    touchpoints.slice(0, 1),
    [{ ...touchpoints[0]!, type: 'page_view' }],
  ]) {
    const { journey } = fold(known)[0]!;
    const entry = { channel: '' };
    pages.journeyPage({
      locale: 'en',
      site: SITE,
      journey: { ...journey, entry },
      touchpoints: known,
      person: 'v:1',
      asOf: NOW,
      abandonedAfterMs: HOUR,
      told: [{ id: 'e', type: 'cart.abandoned', at: NOW, outcomes: [] }],
    });
  }
}

describe('the English dictionary', () => {
  it('has no entry that no page uses', () => {
    const { abandonmentPage, emptyPage, errorPage, signInPage, sitesPage } = pages;
    const view = everything();
    const { report } = view;
    const mostlySettled = viewOf(Array.from({ length: 40 }, () => abandoned()));
    const mostlyOrdered = viewOf(Array.from({ length: 40 }, () => ordered()));

    abandonmentPage({ ...view, csrf: 'x', silentSince: NOW, previous: { ...report } });
    abandonmentPage({ ...mostlySettled, previous: mostlyOrdered.report });
    const older = { ...report, from: new Date(NOW - 99 * DAY).toISOString() };
    abandonmentPage({ ...view, previous: older });
    abandonmentPage({ ...view, carts: view.carts.slice(1), previous: viewOf([]).report });
    abandonmentPage({
      ...view,
      carts: [
        { ...view.carts[0]!, lines: [] },
        {
          ...view.carts[0]!,
          journey: 'many',
          amount: '0.00',
          lines: Array.from({ length: 9 }, (_, n) => ({ item: `i${n}`, quantity: 1 })),
        },
      ],
    });
    abandonmentPage(viewOf([]));
    abandonmentPage(viewOf([open()]));
    abandonmentPage(viewOf([ordered()]));
    abandonmentPage(viewOf([abandoned(), ordered({ steps: ['cart', 'review'] })]));
    abandonmentPage(viewOf([abandoned({ amount: 0 })]));
    const justNow = [open({ createdAt: NOW - 5 * MINUTE })];
    for (const minutes of [10, 100]) {
      const from = NOW - minutes * MINUTE;
      abandonmentPage(viewOf(justNow, { question: { ...QUESTION, from, to: NOW - 1 } }));
    }
    abandonmentPage(viewOf([open()], { question: { ...QUESTION, from: NOW - 300 * DAY } }));
    abandonmentPage(
      viewOf(
        Array.from({ length: 20 }, (_, n) => abandoned({ steps: [`own${n}`] })),
        {},
      ),
    );
    for (const lastType of Object.keys(en.types))
      abandonmentPage(viewOf([], { live: [live({ lastType })] }));
    abandonmentPage(viewOf([], { live: [live({ state: 'ordered' })] }));
    emptyPage({ locale: 'en', site: SITE, origin: 'https://c.example' });
    for (const status of [400, 403, 404, 500]) errorPage({ locale: 'en', status });
    journeyPages();
    signInPage({ locale: 'en' });
    sitesPage({ locale: 'en', sites: [] });
    sitesPage({ locale: 'en', sites: [SITE] });
    abandonmentTable(report, 'en');

    const unused = leavesOf(en).filter(([path]) => !used.has(path));
    expect(unused.map(([path]) => path)).toEqual([]);
  });
});

describe('the Korean dictionary', () => {
  it('is in Korean throughout', () => {
    const words = leavesOf(ko).filter(([, leaf]) => typeof leaf === 'string');
    expect(words.length).toBeGreaterThan(100);
    for (const [path, word] of words) expect(`${path}: ${word}`).toMatch(/: .*[가-힣]/);
  });

  it('has the very entries that the English one has', () => {
    expect(
      leavesOf(ko)
        .map(([path]) => path)
        .sort(),
    ).toEqual(
      leavesOf(en)
        .map(([path]) => path)
        .sort(),
    );
  });
});
