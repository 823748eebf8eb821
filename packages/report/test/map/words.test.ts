import { describe, expect, it, vi } from 'vitest';
import { journeyMap } from '../../src/map/journeyMap.ts';
import { ko as mapKo } from '../../src/page/map/ko.ts';
import { ko as retentionKo } from '../../src/page/retention/ko.ts';
import type { StagesFact } from '../../src/question.ts';
import { retention } from '../../src/retention/retention.ts';
import { DAY, NOW, QUESTION } from '../facts.ts';
import { leavesOf } from '../page/dictionary.ts';
import { reportView } from '../page/views.ts';
import { everything, withACause } from './everything.ts';
import { goods, shopper } from './journeys.ts';

/** Paths of the entries that a page has read. */
const { used } = vi.hoisted(() => ({ used: new Set<string>() }));

vi.mock(import('../../src/page/map/en.ts'), async (original) => {
  const { watched } = await import('../page/dictionary.ts');
  return { en: watched((await original()).en, used, 'map.') };
});
vi.mock(import('../../src/page/retention/en.ts'), async (original) => {
  const { watched } = await import('../page/dictionary.ts');
  return { en: watched((await original()).en, used, 'retention.') };
});

const { mapPage, retentionPage } = await import('../../src/page/render.tsx');
const { en: mapEn } = await vi.importActual<typeof import('../../src/page/map/en.ts')>(
  '../../src/page/map/en.ts',
);
const { en: retentionEn } = await vi.importActual<typeof import('../../src/page/retention/en.ts')>(
  '../../src/page/retention/en.ts',
);

const ends = { from: new Date(NOW - 60 * DAY).toISOString(), to: new Date(NOW).toISOString() };

function drawAll() {
  const facts = everything();
  const report = journeyMap(facts, QUESTION);
  const compared = { ...reportView(), query: { compare: 'previous' } };
  mapPage({ ...compared, report, previous: { ...ends, ...report } });
  mapPage({ ...compared, report: journeyMap([], QUESTION) });
  mapPage({ ...compared, report });
  mapPage({ ...reportView(), report: journeyMap(withACause(), QUESTION) });
  const atCheckout = shopper('c', [0, 'add_to_cart', goods(9)], [1, 'begin_checkout']);
  mapPage({ ...reportView(), report: journeyMap(atCheckout, QUESTION) });
  const long = facts.filter(({ stage }) => stage === 'consideration');
  mapPage({ ...reportView(), report: journeyMap([...long, ...facts.slice(0, 3)], QUESTION) });
  // A mark that a stage has more than it lists, and times of all lengths.
  const slow = shopper(
    's',
    ...['search', 'view_item', 'select_item', 'view_item_list', 'add_to_wishlist', 'zoom'].map(
      (type, minute) => [minute, type] as const,
    ),
    [20, 'field_left', { field: 'x' }],
    [21, 'exception'],
    [21, 'alert'],
    [21, 'rage_click'],
    [21, 'web_vital', { name: 'LCP', rating: 'poor' }],
  );
  mapPage({ ...reportView(), report: journeyMap(slow, QUESTION) });

  const old = everything().map((fact) => orderedAt(fact, NOW - 200 * DAY));
  const came = [...old, ...old.slice(0, 20).map(again)];
  const mixed = [...old, ...facts.map((fact) => ({ ...fact, person: `new:${fact.person}` }))];
  const years = Array.from({ length: 30 }, (_, month) =>
    facts.map((fact) => orderedAt(fact, NOW - month * 31 * DAY, `${month}:${fact.person}`)),
  ).flat();
  for (const orders of [[], facts.slice(0, 3), facts, old, came, mixed, years]) {
    for (const stages of [orders, []]) {
      retentionPage({ ...reportView(), report: retention(orders, QUESTION, { stages }) });
    }
  }
}

function orderedAt(fact: StagesFact, at: number, person = fact.person): StagesFact {
  const order = fact.cart?.order;
  return order ? { ...fact, person, cart: { ...fact.cart!, order: { ...order, at } } } : fact;
}

const again = (fact: StagesFact) => orderedAt(fact, NOW - 20 * DAY);

describe('the words of the map and of retention', () => {
  it.each([
    ['map', mapEn],
    ['retention', retentionEn],
  ] as const)('have no entry that no page uses: %s', (name, en) => {
    drawAll();
    const unused = leavesOf(en).filter(([path]) => !used.has(`${name}.${path}`));
    expect(unused.map(([path]) => path)).toEqual([]);
  });

  const said = (leaf: unknown) =>
    JSON.stringify(
      typeof leaf === 'function'
        ? leaf(...Array.from({ length: leaf.length }, (_, n) => `«${n}»`))
        : leaf,
    );

  it.each([
    ['map', mapEn, mapKo],
    ['retention', retentionEn, retentionKo],
  ] as const)('are the same entries in Korean, with the same places: %s', (_, en, ko) => {
    const places = (leaf: unknown) => [...new Set(said(leaf).match(/«\d»/g))].sort();
    // How many there are, in figures, English alone needs for its plural.
    const shown = (path: string, leaf: unknown) =>
      [path, /^(journeys|persons)$/.test(path) ? [] : places(leaf)] as const;
    expect(leavesOf(ko).map(([path, leaf]) => shown(path, leaf))).toEqual(
      leavesOf(en).map(([path, leaf]) => shown(path, leaf)),
    );
    for (const [path, leaf] of leavesOf(ko)) {
      expect(`${path}: ${said(leaf)}`).toMatch(path === 'answer' ? /./ : /: .*[가-힣]/);
    }
  });
});
