import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { retentionPage } from '../../src/page/render.tsx';
import { en } from '../../src/page/retention/en.ts';
import type { RetentionView } from '../../src/page/retention/retentionPage.tsx';
import { retention } from '../../src/retention/retention.ts';
import { retentionCsv } from '../../src/retention/retentionCsv.ts';
import { DAY, NOW, ordered, QUESTION } from '../facts.ts';
import { everything } from '../map/everything.ts';
import { reportView } from '../page/views.ts';

/** Forty persons who first ordered 100 days ago; ten of them again, 20 days later. */
const ORDERS = Array.from({ length: 50 }, (_, n) => {
  const fact = ordered();
  const at = NOW - (n < 40 ? 100 : 80) * DAY;
  return {
    ...fact,
    person: `v:${n % 40}`,
    cart: { ...fact.cart!, order: { ...fact.cart!.order!, at } },
  };
});
const STAGES = everything();
const REPORT = retention([...ORDERS, ...STAGES], QUESTION, { stages: STAGES });

function render(view: Partial<RetentionView> = {}) {
  const html = retentionPage({ ...reportView(), report: REPORT, ...view });
  const { document } = new Window();
  document.write(html);
  const textOf = (selector: string) =>
    document.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim();
  return { html, document, textOf };
}

describe(retentionPage.name, () => {
  it('answers with the longest time up to 90 days that enough persons can be judged by', () => {
    expect(render().textOf('.answer')).toContain('25.0% (14.2–40.2%) ordered again within 90 days');
  });

  it('says so where no order is old enough, and where there is none', () => {
    const young = retention(STAGES, QUESTION, { stages: STAGES });
    expect(render({ report: young }).textOf('.answer')).toContain(en.young);
    const none = retention([], QUESTION, { stages: [] });
    expect(render({ report: none }).textOf('.answer')).toBe(en.empty);
  });

  it('shows complete cells of the cohort table only, coloured from zero', () => {
    const { document } = render();
    const rows = [...document.querySelectorAll('.heat tbody tr')];
    const august = rows.find((row) => row.querySelector('th')?.textContent === 'Aug 2026')!;
    const cells = [...august.querySelectorAll('td')].slice(1);
    expect(cells.map((cell) => cell.textContent)).toEqual(['25.0%', '25.0%']);
    // 25 % on a scale to 30 %.
    expect(cells[0]!.className).toBe('heat-9');
    const november = rows.at(-1)!;
    expect(november.querySelectorAll('.heat-open')).toHaveLength(2);
    expect(november.querySelector('.heat-open')!.textContent).toBe(en.cohorts.notYet);
  });

  it('shows the last two years of months, and says where the others are', () => {
    const months = (count: number) =>
      Array.from({ length: count }, (_, n) => ({
        month: `${2010 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`,
        persons: 10,
        again: [{ value: 0.5, low: 0.3, high: 0.7, n: 10 }],
      }));
    const long = render({ report: { ...REPORT, cohorts: months(30) } });
    const names = [...long.document.querySelectorAll('.heat tbody th')];
    expect(names.map((name) => name.textContent).slice(0, 2)).toEqual(['Jul 2010', 'Aug 2010']);
    expect(names).toHaveLength(24);
    expect(long.html).toContain('6 earlier months are in the files below.');
    const short = render({ report: { ...REPORT, cohorts: months(24) } });
    expect(short.html).not.toContain('earlier months');
  });

  it('draws the curve from nobody on, each day with its interval', () => {
    const { document, textOf } = render();
    expect(document.querySelector('.curve')!.getAttribute('d')).toMatch(/^M0\.00 300\.00H/);
    expect(textOf('.slot:nth-of-type(30) title')).toMatch(/^Day 29: \d+\.\d% \(.*\), \d+ persons/);
  });

  it('hides a survey that fewer than 30 answered, and says how many did', () => {
    const few = retention(STAGES, QUESTION, { stages: STAGES.slice(0, 5) });
    expect(render({ report: few }).textOf('.after')).toContain('surveyed: too few to tell');
  });

  it('keeps hostile strings text, and needs neither inline style nor script', () => {
    for (const locale of ['en', 'ko'] as const) {
      const { html, document } = render({ locale });
      expect(html).toContain('&lt;img src=x');
      expect(html).not.toContain('<img');
      expect(html).not.toMatch(/undefined|NaN|\[object/);
      expect(document.querySelector('[style], script, style')).toBeNull();
    }
  });
});

describe(retentionCsv.name, () => {
  it('has a line a figure, each with its unit', () => {
    const lines = retentionCsv(REPORT) as { figure: string; of: unknown; unit: string }[];
    expect(lines.every(({ unit }) => unit !== '')).toBe(true);
    expect(lines).toContainEqual(
      expect.objectContaining({ figure: 'againWithinDays', of: 90, value: 0.25, n: 40 }),
    );
    expect(lines).toContainEqual(
      expect.objectContaining({ figure: 'againWithinMonths', of: '2026-08+1', value: 0.25 }),
    );
  });
});
