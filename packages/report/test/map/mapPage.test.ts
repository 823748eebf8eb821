import { STAGES } from '@cartograph/journey';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { assets } from '../../src/assets/assets.ts';
import { journeyMap } from '../../src/map/journeyMap.ts';
import { mapCsv } from '../../src/map/mapCsv.ts';
import { en } from '../../src/page/map/en.ts';
import type { MapView } from '../../src/page/map/mapPage.tsx';
import { mapPage } from '../../src/page/render.tsx';
import { DAY, QUESTION } from '../facts.ts';
import { reportView } from '../page/views.ts';
import { everything, withACause } from './everything.ts';
import { goods, shopper } from './journeys.ts';

const FACTS = everything();
const REPORT = journeyMap(FACTS, QUESTION);
const BEFORE = {
  ...journeyMap(FACTS.slice(3), QUESTION),
  from: new Date(QUESTION.from - 30 * DAY).toISOString(),
  to: new Date(QUESTION.from).toISOString(),
};

function render(view: Partial<MapView> = {}) {
  const html = mapPage({ ...reportView(), report: REPORT, ...view });
  const { document } = new Window();
  document.write(html);
  const textOf = (selector: string) =>
    document.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim();
  return { html, document, textOf };
}

describe(mapPage.name, () => {
  it('has a column a stage, with the journeys that reached it, and five cells in each', () => {
    const { document } = render();
    const columns = [...document.querySelectorAll('.stage')];
    expect(columns.map((column) => column.querySelector('h2')?.textContent)).toEqual(
      STAGES.map((stage) => en.stages[stage]),
    );
    expect(columns.map((column) => column.querySelector('.stage-reached')?.textContent)).toEqual(
      REPORT.stages.map(({ reached }) => String(reached)),
    );
    for (const column of columns) {
      expect([...column.querySelectorAll('h3')].map((cell) => cell.textContent)).toEqual(
        Object.values(en.rows),
      );
    }
  });

  it('says of every cell what it rests on', () => {
    const { document } = render();
    for (const cell of document.querySelectorAll('.cell')) {
      expect(cell.textContent).toMatch(/\d|Nothing measured yet|nothing measured yet/);
    }
  });

  it('draws the stream to scale: half as many journeys, half as wide', () => {
    const half = FACTS.filter((_, index) => index % 2 === 0);
    const facts = [...half, ...half.map((fact) => ({ ...fact, stage: 'awareness' as const }))];
    const { document } = render({ report: journeyMap(facts, QUESTION) });
    const path = document.querySelector('.water-ends')!.getAttribute('d')!;
    const tops = [...path.matchAll(/C[\d. -]+ ([\d.]+) ([\d.]+)/g)].map(
      ([, , y]) => 50 - Number(y),
    );
    const widest = Math.max(...tops);
    const reached = journeyMap(facts, QUESTION).stages.map((stage) => stage.reached);
    // Places: the left end, then two a stage.
    STAGES.forEach((_, index) => {
      expect(tops[2 * index]! / widest).toBeCloseTo(reached[index]! / reached[0]!, 2);
    });
  });

  it('draws the emotional curve through what was measured, the roughest stage marked', () => {
    const { document } = render();
    const values = [...document.querySelectorAll('.feeling-value')].map((text) => text.textContent);
    const measured = REPORT.stages.filter(({ friction }) => friction.value !== null);
    expect(values).toHaveLength(measured.length);
    expect(document.querySelectorAll('.feeling-none')).toHaveLength(7 - measured.length);
    expect(document.querySelector('.feeling-value.is-worst')?.textContent).toBe(
      String(Math.round(Math.max(...measured.map(({ friction }) => friction.value!)))),
    );
  });

  it('shows what changed against another period, if one was asked for', () => {
    const asked = { query: { period: '30d', compare: 'previous' } };
    const { document, textOf } = render({ ...asked, previous: BEFORE });
    expect(textOf('.stage .change')).toContain(`from ${BEFORE.stages[0]!.reached}`);
    expect(document.querySelector('.curve-before')).not.toBeNull();
    expect(textOf('.met-before')).toMatch(/^before: \d+$/);
    expect(textOf('.map-compare a')).toBe(en.compare.off);
    expect(document.querySelector('.map-compare a')!.getAttribute('href')).toBe('?period=30d');

    expect(render(asked).textOf('.voyage-note')).toBe(en.compare.nothing);
    expect(render().document.querySelector('.change')).toBeNull();
    expect(render().document.querySelector('.map-compare a')!.getAttribute('href')).toBe(
      '?period=30d&compare=previous',
    );
  });

  it('says what goes with leaving where it was met, in words and with its interval', () => {
    const report = journeyMap(withACause(), QUESTION);
    const [cause] = report.stages[2]!.causes;
    expect(cause).toMatchObject({ what: 'coupon_denied', step: 'cart', exposed: { carts: 100 } });
    const { document, textOf } = render({ report });
    expect(document.querySelectorAll('.stage-causes')).toHaveLength(1);
    expect(textOf('.stage-causes li')).toMatch(
      /^Coupon code refused left 4\.0 times as often \(\d\.\d–\d\.\d\), €1,\d{3} at stake100 carts met it$/,
    );
    expect(document.querySelector('.stage-more a')!.getAttribute('href')).toBe(
      '/sites/shop/causes?period=30d',
    );
  });

  it('is printed on one landscape page', () => {
    const css = assets.css.body;
    expect(css).toContain('@page chart{size:landscape');
    expect(css).toMatch(/@media print\{[^@]*body:has\(\.voyage\)\{page:chart/);
  });

  it('leaves out of its rate who is still under way, and says how many these are', () => {
    const over = [
      ...shopper('looked', [0, 'page_view']),
      ...shopper('ordered', [0, 'purchase', { ...goods(10), transaction_id: 'T1' }]),
    ];
    const underWay = shopper('looking', [3 * 24 * 60 - 10, 'page_view']);
    const { textOf } = render({ report: journeyMap([...over, ...underWay], QUESTION) });
    expect(textOf('.answer')).toMatch(/^Of 2 journeys, 1 came to an order: 50\.0% \(/);
    expect(textOf('.answer')).toContain('1 more is still under way.');
    const settled = render({ report: journeyMap(over, QUESTION) });
    expect(settled.textOf('.answer')).not.toContain('under way');
  });

  it('says what to do where nothing began', () => {
    const { textOf, document } = render({ report: journeyMap([], QUESTION) });
    expect(textOf('.answer')).toBe(en.empty);
    expect(document.querySelector('.voyage')).toBeNull();
  });

  it('keeps hostile strings text, and needs neither inline style nor script', () => {
    for (const locale of ['en', 'ko'] as const) {
      const { html, document } = render({ locale });
      expect(html).not.toContain('<img');
      expect(document.querySelector('[style], script, style')).toBeNull();
      expect(html).toContain('&lt;img src=x');
    }
  });

  it('has no empty place where words should be', () => {
    for (const locale of ['en', 'ko'] as const) {
      const asked = { locale, query: { compare: 'previous' }, previous: BEFORE };
      expect(render(asked).html).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});

describe(mapCsv.name, () => {
  it('has a line a figure, each with its stage and unit', () => {
    const lines = mapCsv(REPORT) as {
      stage: string;
      figure: string;
      unit: string;
      value: unknown;
    }[];
    const reached = lines.filter(({ figure }) => figure === 'reached');
    expect(reached.map(({ stage, value }) => [stage, value])).toEqual(
      REPORT.stages.map(({ stage, reached: n }) => [stage, n]),
    );
    expect(lines.every(({ unit }) => unit !== '')).toBe(true);
    expect(lines).toContainEqual(
      expect.objectContaining({
        stage: 'cart',
        figure: 'moneyLeft',
        unit: 'EUR',
        value: '1500.00',
      }),
    );
  });
});
