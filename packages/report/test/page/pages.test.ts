import { type Document, Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import {
  abandonmentPage,
  emptyPage,
  errorPage,
  signInPage,
  sitesPage,
} from '../../src/page/render.tsx';
import { abandoned, DAY, direct, emptied, lost, NOW, open, ordered, QUESTION } from '../facts.ts';
import { live, SITE, viewOf } from './views.ts';

const EVIL = `"'><img src=x onerror=alert(1)><script>alert(1)</script>`;

const FACTS = [
  ...Array.from({ length: 40 }, () => abandoned({ amount: 300_00, steps: ['cart', 'shipping'] })),
  abandoned({ amount: 5_00, currency: 'CHF' }),
  lost({ amount: 40_00 }),
  open({ amount: 50_00, steps: ['cart', 'gift'] }),
  emptied({ amount: 60_00 }),
  ordered({ amount: 70_00, steps: ['cart', 'shipping', 'payment'], stopsAt: ['cart'] }),
  ordered({ amount: 75_00, steps: ['cart', 'shipping', 'payment'] }),
  direct({ amount: 80_00 }),
];
const question = { ...QUESTION, from: NOW - 60 * DAY };
const VIEW = viewOf(FACTS, { question, live: [live()] });

const evilView = viewOf([abandoned({ id: EVIL, steps: ['cart', EVIL], currency: EVIL })], {
  site: { ...SITE, id: EVIL, name: EVIL },
  live: [live({ journey: EVIL, step: EVIL, lastType: EVIL, currency: EVIL })],
  csrf: EVIL,
});
evilView.carts = evilView.carts.map((cart) => ({
  ...cart,
  lines: [{ item: EVIL, name: EVIL, variant: EVIL, quantity: 1 }],
}));

/** Every kind of page, with strings that shoppers, shops and readers choose. */
const PAGES: [name: string, html: string][] = [
  ['a report', abandonmentPage(VIEW)],
  ['a report with a comparison', abandonmentPage({ ...VIEW, previous: VIEW.report })],
  ['a report in Korean', abandonmentPage({ ...VIEW, locale: 'ko', lang: 'ko' })],
  ['a report without a cart', abandonmentPage(viewOf([]))],
  ['a report of one cart', abandonmentPage(viewOf([abandoned()]))],
  ['a report of hostile names', abandonmentPage(evilView)],
  ['an empty site', emptyPage({ locale: 'en', site: evilView.site, origin: EVIL, csrf: EVIL })],
  ['a sign-in', signInPage({ locale: 'en', error: EVIL, next: EVIL, csrf: EVIL })],
  ['the sites', sitesPage({ locale: 'en', sites: [SITE, evilView.site] })],
  ['no site', sitesPage({ locale: 'ko', sites: [] })],
  ['an error', errorPage({ locale: 'en', status: 400, message: EVIL, site: evilView.site })],
];

const parsed = new Map<string, Document>();
const parse = (html: string): Document => {
  const known = parsed.get(html);
  if (known) return known;
  const { document } = new Window();
  document.write(html);
  parsed.set(html, document);
  return document;
};
const textOf = (html: string, selector: string) =>
  parse(html).querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim();

describe.each(PAGES)('%s', (_, html) => {
  const document = parse(html);

  it('is a whole document in a language', () => {
    expect(html.startsWith('<!doctype html><html lang="')).toBe(true);
    expect(html.endsWith('</html>')).toBe(true);
    expect(document.querySelectorAll('main, h1')).toHaveLength(2);
    expect(document.title).toContain('Cartograph');
  });

  it('needs nothing that a strict policy forbids', () => {
    for (const element of document.querySelectorAll('*')) {
      for (const { name } of element.attributes) {
        expect(name).not.toBe('style');
        expect(name).not.toMatch(/^on/);
      }
    }
    for (const script of document.querySelectorAll('script')) {
      expect(script.textContent).toBe('');
      expect(script.getAttribute('src')).toMatch(/^\/assets\//);
    }
    expect(document.querySelectorAll('style, iframe, object, base, img')).toHaveLength(0);
  });

  it('links only to itself', () => {
    for (const link of document.querySelectorAll('a')) {
      expect(link.getAttribute('href')).toMatch(/^(\/(?!\/)|\?|#|$)/);
    }
  });

  it('has its headings in order, none left out', () => {
    let depth = 0;
    for (const heading of document.querySelectorAll('h1, h2, h3, h4')) {
      const level = Number(heading.tagName.slice(1));
      expect(level).toBeLessThanOrEqual(depth + 1);
      depth = level;
    }
  });

  it('names what can be told apart: tables, columns, drawings, ids', () => {
    for (const table of document.querySelectorAll('table')) {
      expect(table.querySelector('caption')?.textContent).toBeTruthy();
    }
    for (const cell of document.querySelectorAll('th'))
      expect(cell.hasAttribute('scope')).toBe(true);
    for (const svg of document.querySelectorAll('svg')) {
      const isNamed = svg.hasAttribute('aria-label') || svg.hasAttribute('aria-labelledby');
      expect(isNamed || svg.getAttribute('aria-hidden') === 'true').toBe(true);
    }
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('shows no hole where a figure or a word should be', () => {
    expect(document.body.textContent).not.toMatch(/undefined|null|NaN|Infinity|\[object/);
    expect(html).not.toMatch(/="[^"]*(undefined|NaN|Infinity|\[object)/);
  });
});

describe(abandonmentPage.name, () => {
  const html = abandonmentPage(VIEW);

  it('begins with where most money is left', () => {
    expect(textOf(html, '.answer')).toBe(
      'Most money is left after shipping, before payment: €12,000 in 40 carts.' +
        'That is 99.7% of the €12,040 left in all.',
    );
  });

  it('says since when nothing has come, where that is unusual', () => {
    expect(abandonmentPage(VIEW)).not.toContain('Nothing has come');
    const silent = { ...VIEW, silentSince: Date.UTC(2026, 10, 20, 9) };
    expect(abandonmentPage(silent)).toMatch(
      /Nothing has come from this site’s pages since [^:]*Nov/,
    );
    expect(abandonmentPage({ ...silent, locale: 'ko' })).toContain('들어오지 않았습니다');
  });

  it('says the rate in words, with its interval and what it is of', () => {
    expect(textOf(html, '.rate-sentence')).toBe(
      '91.3% (79.7–96.6%) of 46 settled carts were left behind.',
    );
    expect(html).toContain('Without 1 order whose cart was never seen: 93.3% (82.1–97.7%).');
  });

  it.each([
    ['Left behind', 'value', 'left'],
    ['At risk', 'value', 'atRisk'],
    ['Lost', 'value', 'lost'],
    ['Carts created', 'carts', 'created'],
    ['Orders', 'carts', 'ordered'],
    ['Recovered', 'carts', 'recovered'],
    ['Open now', 'carts', 'open'],
  ] as const)('shows the figure %s of the report', (name, part, key) => {
    const figure = [...parse(html).querySelectorAll('.figure')].find(
      (each) => each.querySelector('dt')?.textContent === name,
    );
    const values: Readonly<Record<string, string | number>> = { ...VIEW.report[part] };
    expect(figure?.querySelector('data')?.getAttribute('value')).toBe(String(values[key]));
  });

  it('shows every step with the money left there', () => {
    const shown = [...parse(html).querySelectorAll('.step:not(.step-end)')].map((step) => [
      step.querySelector('h3')?.textContent,
      step.querySelector('.step-money data')?.getAttribute('value') ?? '0.00',
    ]);
    expect(shown).toEqual([
      ['In the cart', '40.00'],
      ['gift', '0.00'],
      ['Shipping chosen', '12000.00'],
      ['Payment details given', '0.00'],
    ]);
    expect(VIEW.report.steps.map(({ valueLeft }) => valueLeft)).toEqual(
      shown.map(([, left]) => left),
    );
  });

  it('draws the steps to scale: the parts of a bar are as wide as they are many', () => {
    const bars = [...parse(html).querySelectorAll('.step-bar')].map((bar) =>
      [...bar.querySelectorAll('rect')].map((rect) => [
        rect.getAttribute('class'),
        Math.round((Number(rect.getAttribute('width')) / 1000) * VIEW.report.carts.created),
      ]),
    );
    expect(bars[0]).toEqual([
      ['is-continued', 43],
      ['is-skipped', 1],
      ['is-emptied', 1],
      ['is-left', 2],
    ]);
    expect(bars.at(-1)).toEqual([['is-ordered', 3]]);
  });

  it('does not let a sum pass for all the money there is', () => {
    expect(textOf(html, '.figure-wide')).toContain('€12,040 + CHF 5.00in 42 carts');
    expect(textOf(html, '.others')).toContain('Left behind CHF 5.00');
  });

  it('names the nearest step ahead that most carts take, not one that few do', () => {
    const few = ordered({ steps: ['cart', 'gift', 'payment'] });
    const most = Array.from({ length: 5 }, () => ordered({ steps: ['cart', 'payment'] }));
    const page = abandonmentPage(viewOf([abandoned(), few, ...most]));

    expect(textOf(page, '.answer')).toContain('in the cart, before payment:');
  });

  it('goes by carts where a shop tells no prices', () => {
    const page = abandonmentPage(viewOf([abandoned({ amount: 0 }), ordered({ amount: 0 })]));
    expect(textOf(page, '.answer')).toContain('Most carts are left in the cart, before the order');
  });

  it('says so where nothing was left, and where nothing happened', () => {
    expect(textOf(abandonmentPage(viewOf([ordered()])), '.answer')).toContain('No cart was left');
    expect(textOf(abandonmentPage(viewOf([])), '.answer')).toContain('No cart was created');
  });

  it('warns when the carts are few', () => {
    expect(textOf(abandonmentPage(viewOf([abandoned()])), '.rate-sentence')).toBe(
      '100.0% (20.7–100.0%) of 1 settled cart was left behind. These are few: read the interval, not the figure.',
    );
    expect(html).not.toContain('These are few');
  });

  it('compares with the period before, and says when a difference may be chance', () => {
    const earlier = viewOf([...FACTS, abandoned(), ordered(), ordered()], { question });
    const page = abandonmentPage({ ...VIEW, previous: earlier.report });

    expect(textOf(page, '.rate .change')).toBe(
      '▲up +3.5 points from 87.8% (between −9.8 and +16.7: may be chance)',
    );
    expect(page).toContain('from 50');
  });

  it('compares at the same age only what takes time to become', () => {
    const changed = (previous: typeof VIEW.report) => {
      const page = parse(abandonmentPage({ ...VIEW, previous }));
      return [...page.querySelectorAll('.figure')]
        .filter((figure) => figure.querySelector('.change'))
        .map((figure) => figure.querySelector('dt')?.textContent);
    };
    const earlier = viewOf(FACTS, {
      question: { ...question, from: question.from - 60 * DAY },
    }).report;
    const always = ['Left behind', 'Carts created', 'Orders'];

    expect(changed(earlier)).toEqual(always);
    expect(changed(VIEW.report)).toEqual(
      expect.arrayContaining([...always, 'At risk', 'Lost', 'Recovered', 'Open now']),
    );
  });

  it('says how far a comparison can be trusted', () => {
    const compared = (asOf: string) =>
      textOf(abandonmentPage({ ...VIEW, previous: { ...VIEW.report, asOf } }), '.compared');

    expect(compared(VIEW.report.asOf)).toContain(
      'seen at the same age, the earlier one as of Nov 22',
    );
    expect(compared(new Date(NOW + 30 * DAY).toISOString())).toContain(
      'had more time to be ordered',
    );
  });

  it('makes no comparison with a period that nothing is known of', () => {
    const page = abandonmentPage({ ...VIEW, previous: viewOf([]).report });
    expect(parse(page).querySelector('.change')).toBeNull();
    expect(textOf(page, '.compared')).toContain('there is nothing to compare with');
  });

  it('marks the chosen period and offers the others, in the language that was asked for', () => {
    const links = [
      ...parse(abandonmentPage({ ...VIEW, lang: 'en' })).querySelectorAll('.presets a'),
    ];
    expect(links.map((each) => each.getAttribute('href'))).toEqual([
      '?period=today&lang=en',
      '?period=7d&lang=en',
      '?period=30d&lang=en',
      '?period=90d&lang=en',
      '?period=all&lang=en',
    ]);
    expect(links.filter((each) => each.hasAttribute('aria-current'))).toHaveLength(1);
  });

  it('fills the date fields with the period’s days by the site’s calendar', () => {
    const page = parse(abandonmentPage(viewOf(FACTS)));
    const fields = [...page.querySelectorAll('input[type=date]')];
    expect(fields.map((each) => [each.getAttribute('name'), each.getAttribute('value')])).toEqual([
      ['from', '2026-10-24'],
      ['to', '2026-11-23'],
    ]);
  });

  it('tells the time zone and the moment it is true at', () => {
    expect(textOf(html, '.title')).toContain('Europe/Berlin time, as of Nov 22, 2026, 12:00');
  });

  it('lists the carts left with what was in them, linked to their journeys', () => {
    const carts = [...parse(html).querySelectorAll('.left-cart')];
    expect(carts).toHaveLength(42);
    expect(carts[0]?.querySelector('a')?.getAttribute('href')).toBe(
      `/sites/shop/journeys/${VIEW.carts[0]?.journey}`,
    );
    expect(carts[0]?.textContent).toContain('Guitar');
    expect(carts[0]?.textContent).toContain('after shipping, before payment');
    expect(carts[0]?.querySelector('time')?.getAttribute('datetime')).toBe(VIEW.carts[0]?.leftAt);
  });

  it('does not call goods worthless whose price was never told', () => {
    const view = viewOf([abandoned({ amount: 0 })]);
    const carts = view.carts.map((cart) => ({ ...cart, lines: [{ item: 'G1', quantity: 1 }] }));
    expect(textOf(abandonmentPage({ ...view, carts }), '.left-cart-worth')).toContain(
      'price not told',
    );
  });

  it('shows the eight carts that moved last, newest first', () => {
    const moving = Array.from({ length: 10 }, (_, minute) =>
      live({ journey: `j${minute}`, lastAt: new Date(NOW - minute * 60_000).toISOString() }),
    );
    const shown = [
      ...parse(abandonmentPage({ ...VIEW, live: moving.toReversed() })).querySelectorAll(
        '.moving li',
      ),
    ];
    expect(shown.map((each) => each.getAttribute('data-key'))).toEqual(
      moving.slice(0, 8).map(({ journey }) => journey),
    );
  });

  it('draws the standard steps and a dozen others, however many were made up', () => {
    const madeUp = Array.from({ length: 50 }, (_, n) => abandoned({ steps: ['cart', `x${n}`] }));
    const page = parse(abandonmentPage(viewOf(madeUp)));
    expect(page.querySelectorAll('.step:not(.step-end)')).toHaveLength(13);
    expect(page.querySelectorAll('#steps-table tbody tr')).toHaveLength(51);
    expect(page.body.textContent).toContain('38 more steps of your own are in the table');
  });

  it('keeps the name of a step of the shop’s own, even one that every object has', () => {
    const page = parse(abandonmentPage(viewOf([abandoned({ steps: ['cart', 'constructor'] })])));
    const names = [...page.querySelectorAll('.step h3')].map((each) => each.textContent);
    expect(names).toEqual(['In the cart', 'constructor', 'Ordered']);
    expect(page.querySelector('.answer')?.textContent).toContain(
      'after “constructor”, before the order',
    );
  });

  it('lets a reader out only who came in', () => {
    expect(parse(html).querySelector('form[action="/sign-out"]')).toBeNull();
    const page = parse(abandonmentPage({ ...VIEW, csrf: 'abc' }));
    expect(page.querySelector('form[action="/sign-out"] [name=csrf]')?.getAttribute('value')).toBe(
      'abc',
    );
  });

  it('asks the stream of its own site for changes', () => {
    expect(parse(html).body.getAttribute('data-live-from')).toBe('/api/sites/shop/live');
  });

  it('offers itself as CSV and as JSON, for the same question', () => {
    const page = abandonmentPage({ ...VIEW, query: { period: '7d', device: 'mobile' } });
    expect(page).toContain('href="?period=7d&amp;device=mobile&amp;format=csv"');
    expect(page).toContain('href="?period=7d&amp;device=mobile&amp;format=json"');
  });

  it('says which days changed by what arrived late', () => {
    const late = ['2026-11-14', '2026-11-13', '2026-11-12', '2026-11-11'].map((day) => ({
      day,
      from: `${day}T00:00:00Z`,
      touchpoints: 3,
    }));
    const said = (days: typeof late) =>
      textOf(abandonmentPage({ ...VIEW, late: days }), '[data-live=title]');
    expect(said(late)).toContain(
      'Figures of Nov 14, 2026, Nov 13, 2026, and Nov 12, 2026 and 1 more day changed in the last week by late arrivals: 12 touchpoints.',
    );
    expect(said(late.slice(0, 1))).toContain('Figures of Nov 14, 2026 changed in');
    expect(said([])).not.toContain('late arrivals');
  });

  it('keeps the segment when the period changes, and the period when the segment does', () => {
    const query = { period: '7d', device: 'mobile' };
    const page = abandonmentPage({ ...VIEW, segment: { device: 'mobile' }, query });
    expect(page).toContain('href="?device=mobile&amp;period=30d"');
    expect(page).toContain('href="?period=7d" aria-label="No longer only Device: Mobile"');
    const picker = parse(page).querySelector('#segment')!;
    expect(picker.querySelector('input[name=period]')?.getAttribute('value')).toBe('7d');
    expect(picker.querySelector('option[value=mobile]')?.hasAttribute('selected')).toBe(true);
  });
});

describe('the country of a segment', () => {
  it.each([
    ['en', ['Germany', 'South Korea']],
    ['ko', ['독일', '대한민국']],
  ] as const)('has its name in %s', (locale, names) => {
    const page = abandonmentPage({ ...VIEW, locale, segment: { country: 'DE' } });
    const options = parse(page).querySelectorAll('#segment select[name=country] option');
    expect([...options].slice(1).map(({ textContent }) => textContent)).toEqual(names);
    expect(textOf(page, '.segment-now .chip')).toContain(names[0]);
  });
});

describe(emptyPage.name, () => {
  it('shows the whole install, to be copied', () => {
    const page = emptyPage({ locale: 'en', site: SITE, origin: 'https://c.shop.example' });
    expect(textOf(page, '.snippet')).toBe(
      '<script async src="https://c.shop.example/c.js" data-site="shop"></script>',
    );
  });
});

describe(errorPage.name, () => {
  it.each([
    [404, 'There is no such page'],
    [400, 'That can’t be answered'],
    [403, 'Not allowed'],
    [500, 'Something went wrong'],
  ])('says what %i means', (status, title) => {
    expect(textOf(errorPage({ locale: 'en', status }), 'h1')).toBe(title);
  });

  it('shows the reason', () => {
    const page = errorPage({ locale: 'en', status: 400, message: 'Expected a date, got "<b>"' });
    expect(textOf(page, '.message')).toBe('Expected a date, got "<b>"');
  });
});

describe(signInPage.name, () => {
  it('posts the token, and where to go on to', () => {
    const page = parse(signInPage({ locale: 'en', next: '/sites/shop/abandonment' }));
    expect(page.querySelector('form[method=post][action="/sign-in"] [name=token]')).not.toBeNull();
    expect(page.querySelector('[name=next]')?.getAttribute('value')).toBe(
      '/sites/shop/abandonment',
    );
  });

  it('ties the reason of a failure to the field', () => {
    const page = parse(signInPage({ locale: 'en', error: 'That token is not known.' }));
    const reason = page.querySelector('[role=alert]');
    expect(reason?.textContent).toBe('That token is not known.');
    expect(page.querySelector('[name=token]')?.getAttribute('aria-describedby')).toBe(reason?.id);
  });
});
