import { describe, expect, it, vi } from 'vitest';
import { ko } from '../../src/page/paths/ko.ts';
import type { PathsView } from '../../src/page/paths/pathsPage.tsx';
import { shortened } from '../../src/page/paths/shortened.ts';
import { paths } from '../../src/paths/paths.ts';
import { pathsCsv } from '../../src/paths/pathsCsv.ts';
import { readPathsQuery } from '../../src/paths/readPathsQuery.ts';
import type { TrailFact } from '../../src/question.ts';
import { QUESTION } from '../facts.ts';
import { leavesOf, watched } from '../page/dictionary.ts';
import { EVIL, expectSound, parse, textOf } from '../page/sound.ts';
import { reportView } from '../page/views.ts';
import { bought, moving, walked } from './journeys.ts';

const { used } = vi.hoisted(() => ({ used: new Set<string>() }));
vi.mock(import('../../src/page/paths/en.ts'), async (original) => {
  return { en: watched((await original()).en, used) };
});
const { pathsPage } = await import('../../src/page/render.tsx');

const A = 'page_view /';
const CART = 'page_view /cart';
const ALERTS = Object.keys(ko.marks.alerts).map((about) => `alert ${about}`);
const FACTS = [
  ...Array.from({ length: 30 }, () => bought([A, CART, 'purchase'])),
  ...Array.from({ length: 9 }, () => walked([A, 'add_to_cart', A, CART])),
  ...Array.from({ length: 12 }, (_, n) => walked([A, `own_${n}`])),
  moving([A, 'checkout_step contact', 'page_view /%EC%B0%A8', 'page_view /%E0%A4%A']),
  ...ALERTS.map((alert) => walked([alert])),
  walked([`share ${EVIL}`, EVIL, `alert ${EVIL}`, `page_view /${EVIL}`, `checkout_step ${EVIL}`]),
];

const viewOf = (
  asked: Record<string, string> = {},
  { facts = FACTS, ...rest }: Partial<PathsView> & { facts?: TrailFact[] } = {},
): PathsView => {
  const view = reportView();
  const report = paths(facts, readPathsQuery(asked), QUESTION);
  return { ...view, query: { ...view.query, ...asked }, ...rest, report };
};

const evil = FACTS.slice(-1);
const PAGES: [string, PathsView][] = [
  ['from the beginning', viewOf()],
  ['from a step', viewOf({ from_step: 'add_to_cart', depth: '2' })],
  ['to a step', viewOf({ to_step: 'purchase', depth: '3' })],
  ['to a step, with more before', viewOf({ to_step: CART, depth: '2' })],
  ['of pages, deep', viewOf({ marks: 'pages', depth: '10' })],
  ['in Korean', viewOf({}, { locale: 'ko', lang: 'ko' })],
  ['of hostile names', viewOf({ depth: '7' }, { facts: evil })],
  ['from a hostile name', viewOf({ from_step: EVIL }, { facts: evil })],
  ['to a step that is never done', viewOf({ to_step: 'never_done' })],
  ['of nothing', viewOf({}, { facts: [] })],
  ['of nothing, in Korean', viewOf({}, { facts: [], locale: 'ko' })],
];

describe.each(PAGES)('a page of paths %s', (_, view) => {
  it('keeps the rules of all pages', () => {
    expectSound(pathsPage(view));
  });
});

describe('a page of paths', () => {
  const document = parse(pathsPage(viewOf()));
  const labels = [...document.querySelectorAll('.sankey-name')].map(
    ({ textContent }) => textContent,
  );

  it('says in a sentence what most journeys do', () => {
    expect(textOf(document.querySelector('.answer'))).toBe(
      'Most journeys begin here: front page.That is 83.9% (72.8–91.0%) of 62 journeys.',
    );
    const after = parse(pathsPage(viewOf({ from_step: 'add_to_cart' })));
    expect(textOf(after.querySelector('.answer'))).toContain(
      'After “added to the cart”, most often: front page.That is 100.0%',
    );
    expect(textOf(after.querySelector('.answer'))).toContain('9 journeys of 62 journeys');
  });

  it('names steps in the owner’s words, and paths in letters', () => {
    for (const name of ['front page', '/cart', 'contact given', '/차', 'left']) {
      expect(labels).toContain(name);
    }
    expect(labels.find((label) => /^other \(\d+ more\)$/.test(label))).toBeDefined();
    expect(document.body.textContent).toContain('/%E0%A4%A');
  });

  it('draws every step with its count and share, and follows it when it is clicked', () => {
    const node = document.querySelector('.sankey a')!;
    expect(node.getAttribute('href')).toBe('?period=30d&from_step=page_view+%2F');
    expect(node.querySelector('title')?.textContent).toMatch(/Follow from “front page”$/);
    expect(textOf(node.querySelector('.sankey-count'))).toBe('52 · 83.9%');
    expect(document.body.textContent).toContain('9 · 14.5% ↩ 9');
    const back = parse(pathsPage(viewOf({ to_step: 'purchase' })));
    expect(back.querySelector('.sankey a')!.getAttribute('href')).toMatch(/to_step=/);
  });

  it('draws heights to scale', () => {
    const heights = new Map(
      [...document.querySelectorAll('.sankey a')]
        .reverse()
        .map((node) => [
          node.querySelector('.sankey-name')!.textContent,
          Number(node.querySelector('rect')!.getAttribute('height')),
        ]),
    );
    const { nodes } = viewOf().report;
    const [front, cart] = [nodes[0]!, nodes.find(({ step }) => step === CART)!];
    const ratio = heights.get('front page')! / front.journeys;
    expect(heights.get('/cart')! / cart.journeys).toBeCloseTo(ratio, 1);
    expect(ratio).toBeGreaterThan(1);
  });

  it('has the same flows as a table and as CSV', () => {
    const { report } = viewOf();
    const rows = [...document.querySelectorAll('#paths-table tbody tr')].map((row) =>
      textOf(row.querySelectorAll('td')[2]),
    );
    expect(rows).toEqual(report.flows.map(({ journeys }) => String(journeys)));
    const records = pathsCsv(report);
    expect(records).toHaveLength(report.flows.length);
    expect(records[0]).toMatchObject({ unit: 'journeys', fromStep: A, position: 0, of: 62 });
  });

  it('keeps what else was asked when the step is chosen anew', () => {
    const page = parse(pathsPage(viewOf({ to_step: 'purchase', depth: '3' }, { lang: 'en' })));
    for (const form of page.querySelectorAll('.path-forms form')) {
      const hidden = [...form.querySelectorAll('input[type=hidden]')].map((input) =>
        input.getAttribute('name'),
      );
      expect(hidden.sort()).toEqual(['depth', 'lang', 'period']);
    }
    const chosen = page.querySelector('select[name=to_step] option[selected]');
    expect(chosen?.getAttribute('value')).toBe('purchase');
  });
});

describe(shortened.name, () => {
  it.each([
    ['short', 10, 'short'],
    ['was shown an error', 10, 'was shown…'],
    ['/products/brass-compass', 11, '/prod…mpass'],
    ['장바구니에 담음', 9, '장바구니…'],
  ])('%s in %i letters', (text, width, expected) => {
    expect(shortened(text, width)).toBe(expected);
  });
});

describe('the words about paths', () => {
  it('are all used', async () => {
    const { en } = await vi.importActual<typeof import('../../src/page/paths/en.ts')>(
      '../../src/page/paths/en.ts',
    );
    for (const [, view] of PAGES) pathsPage(view);
    const unused = leavesOf(en).filter(([path]) => !used.has(path));
    expect(unused.map(([path]) => path)).toEqual([]);
  });

  it('are Korean in Korean, and the very same entries', async () => {
    const { en } = await import('../../src/page/paths/en.ts');
    const words = leavesOf(ko);
    expect(words.map(([path]) => path)).toEqual(leavesOf(en).map(([path]) => path));
    for (const [path, word] of words) {
      if (typeof word === 'string') expect(`${path}: ${word}`).toMatch(/: .*[가-힣]/);
    }
  });
});
