import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { delivery } from '../../src/delivery.ts';
import {
  auditPage,
  deliveryPage,
  ordersPage,
  peoplePage,
  quarantinePage,
} from '../../src/page/render.tsx';
import { en } from '../../src/page/trust/en.ts';
import { ko } from '../../src/page/trust/ko.ts';
import { DAY, NOW, QUESTION } from '../facts.ts';
import { SITE } from './views.ts';

const EVIL = `"'><img src=x onerror=alert(1)><script>alert(1)</script>`;
const iso = new Date(NOW).toISOString();
const site = { ...SITE, id: EVIL, name: EVIL };
const order = { order: EVIL, journey: EVIL, at: iso, currency: EVIL, amount: '1.00' };
const counts = { matched: 0, unconfirmed: 501, unseen: 0, cancelled: 0 };
const period = { ...QUESTION, preset: '30d' };
const differences = {
  unit: 'orders' as const,
  from: iso,
  to: iso,
  asOf: iso,
  counts,
  unconfirmed: [order],
  unseen: [],
  cancelled: [],
};
const count = {
  browser: 'Chrome 126',
  at: NOW - DAY,
  pageLoads: 3,
  delivered: 90,
  late: 2,
  doubled: 1,
  lost: 10,
  awaited: 4,
};
const report = delivery([count, { ...count, browser: EVIL, at: NOW - 2 * DAY }], QUESTION);
const held = { visitor: EVIL, reason: 'bot' as const, touchpoints: 3, lastAt: NOW };
const quarantine = {
  site,
  counts: [{ reason: 'bot' as const, touchpoints: 3, visitors: 1 }],
  visitors: [held, { ...held, reason: 'held' as const }],
  verdicts: [{ visitor: EVIL, verdict: 'released' as const, at: NOW }],
};

const pagesIn = (locale: 'en' | 'ko'): [name: string, html: string][] => [
  ['deliveries', deliveryPage({ locale, site, period, report })],
  ['no deliveries', deliveryPage({ locale, site, period, report: delivery([], QUESTION) })],
  ['orders', ordersPage({ locale, site, period, differences })],
  [
    'no orders',
    ordersPage({
      locale,
      site,
      period,
      differences: { ...differences, counts: { ...counts, unconfirmed: 0 }, unconfirmed: [] },
    }),
  ],
  ['a quarantine', quarantinePage({ locale, ...quarantine, canDecide: true, csrf: EVIL })],
  ['a quarantine to be read', quarantinePage({ locale, ...quarantine, canDecide: false })],
  [
    'no quarantine',
    quarantinePage({
      locale,
      site,
      counts: [],
      visitors: [],
      verdicts: [],
      canDecide: true,
      isUnknown: true,
    }),
  ],
  ['people', peoplePage({ locale, site, csrf: EVIL })],
  [
    'a person',
    peoplePage({
      locale,
      site,
      csrf: EVIL,
      forgotten: 3,
      found: [{ person: EVIL, touchpoints: 3, visitors: 1, journeys: 1 }],
    }),
  ],
  ['nobody', peoplePage({ locale, site, csrf: EVIL, found: [] })],
  [
    'a log',
    auditPage({
      locale,
      site,
      entries: [{ at: NOW, actor: EVIL, action: EVIL, detail: { [EVIL]: EVIL } }],
    }),
  ],
  ['no log', auditPage({ locale, site, entries: [] })],
];

describe.each([...pagesIn('en'), ...pagesIn('ko')])('a page of %s', (_, html) => {
  const { document } = new Window();
  document.write(html);

  it('is a whole document, and needs nothing that a strict policy forbids', () => {
    expect(html.startsWith('<!doctype html><html lang="')).toBe(true);
    expect(document.querySelectorAll('main, h1')).toHaveLength(2);
    for (const element of document.querySelectorAll('*')) {
      for (const { name } of element.attributes) expect(name).not.toMatch(/^(style|on.*)$/);
    }
  });

  it('runs nothing that a shopper could have sent', () => {
    expect(document.querySelectorAll('img, script')).toHaveLength(0);
    expect(html).not.toContain('<script>alert');
  });

  it('gives every table, field and section a name', () => {
    for (const section of document.querySelectorAll('section')) {
      const by = section.getAttribute('aria-labelledby');
      const isNamed = section.getAttribute('aria-label') || (by && document.getElementById(by));
      expect(isNamed || section.querySelector('h2')).toBeTruthy();
    }
    for (const field of document.querySelectorAll('input:not([type=hidden])')) {
      const isLabelled =
        field.closest('label') ??
        [...document.querySelectorAll('label')].some(
          (label) => label.getAttribute('for') === field.id,
        );
      expect(isLabelled).toBeTruthy();
    }
  });
});

describe('the Korean words', () => {
  const leavesOf = (node: object, path = ''): [string, unknown][] =>
    Object.entries(node).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null
        ? leavesOf(value, `${path}${key}.`)
        : ([[path + key, value]] as [string, unknown][]),
    );

  it('are Korean, and the very ones that there are in English', () => {
    const words = leavesOf(ko);
    expect(words.map(([path]) => path)).toEqual(leavesOf(en).map(([path]) => path));
    for (const [path, word] of words) {
      if (typeof word === 'string') expect(`${path}: ${word}`).toMatch(/: .*[가-힣]/);
    }
  });
});

describe(delivery.name, () => {
  it('sums by browser and by day of the site’s time zone, the busiest browser first', () => {
    const at = Date.parse('2026-11-20T23:30:00Z');
    const quiet = { ...count, browser: 'Firefox 140', pageLoads: 1, at };
    const { total, browsers, days } = delivery([quiet, { ...count, at: at - 60 * 60_000 }], {
      ...QUESTION,
      timeZone: 'Europe/Berlin',
    });
    expect(total).toMatchObject({ pageLoads: 4, delivered: 180, lost: 20 });
    expect(browsers.map(({ browser }) => browser)).toEqual(['Chrome 126', 'Firefox 140']);
    expect(days.map(({ day, pageLoads }) => [day, pageLoads])).toEqual([
      ['2026-11-20', 3],
      ['2026-11-21', 1],
    ]);
  });
});
