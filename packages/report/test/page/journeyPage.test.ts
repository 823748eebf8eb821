import { fold, type StoredTouchpoint } from '@cartograph/journey';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { cartHistory } from '../../src/page/cartHistory.ts';
import { detailOf } from '../../src/page/detailOf.ts';
import type { JourneyView } from '../../src/page/journeyPage.tsx';
import { journeyPage } from '../../src/page/render.tsx';
import { en } from '../../src/page/text/en.ts';
import { DAY, HOUR, MINUTE, NOW } from '../facts.ts';
import { SITE } from './views.ts';

const START = NOW - 2 * DAY;
const GUITAR = { item_id: 'G1', item_name: 'Guitar', price: 749 };
const STRINGS = { item_id: 'S1', item_name: 'Strings', price: 12.9, quantity: 2 };

type Told = Partial<StoredTouchpoint> & Pick<StoredTouchpoint, 'type'>;

/** Touchpoints a minute apart, unless they say when. */
const touchpointsOf = (...told: Told[]): StoredTouchpoint[] =>
  told.map((each, seq) => ({
    id: `t${seq}`,
    at: START + seq * MINUTE,
    seq,
    visitor: 'v',
    receivedAt: START,
    ...each,
  }));

const JOURNEY = touchpointsOf(
  { type: 'page_view', referrer: 'https://www.google.com/search?q=x', device: 'mobile' },
  { type: 'add_to_cart', params: { currency: 'EUR', items: [GUITAR] } },
  { type: 'add_to_cart', at: START + 5 * HOUR, params: { currency: 'EUR', items: [STRINGS] } },
  { type: 'page_view', at: START + 5.75 * HOUR },
);

function pageOf(touchpoints: readonly StoredTouchpoint[], more: Partial<JourneyView> = {}) {
  const [folded] = fold(touchpoints, { currency: 'EUR' });
  const html = journeyPage({
    locale: 'en',
    site: SITE,
    journey: folded!.journey,
    touchpoints: folded!.touchpoints,
    person: 'v:0192',
    asOf: NOW,
    abandonedAfterMs: HOUR,
    ...more,
  });
  const { document } = new Window();
  document.write(html);
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)].map((each) =>
      each.textContent.replace(/\s+/g, ' ').trim(),
    );
  return { document, texts };
}

describe(journeyPage.name, () => {
  it('says who, when, from where, what was in the cart and what became of it', () => {
    const { texts } = pageOf(JOURNEY);

    expect(texts('.title p')[0]).toBe('3 visits, Nov 20, 2026, 12:00 to Nov 20, 2026, 17:45');
    expect(texts('.figure')).toEqual([
      'The cart isabandoned',
      'Worth€774.80',
      'Got as far asIn the cart',
      'In the cart1 × Guitar2 × Strings',
      'Came fromwww.google.com, Organic Search, mobile',
      'Personv:0192',
    ]);
  });

  it('tells what happened in order, the cart as it grew, stops and silences', () => {
    expect(pageOf(JOURNEY).texts('.timeline li')).toEqual([
      '12:00saw a page',
      '12:01added to the cart Guitar€749.00 in the cart',
      'Left in the cart, before the order, for 4 hr 59 min',
      '17:00added to the cart Strings€774.80 in the cart',
      '45 min of silence',
      '17:45saw a page',
      'Left in the cart, before the order, not seen since',
    ]);
  });

  it('says nothing of pages that were fast, and when they were left', () => {
    const touchpoints = touchpointsOf(
      { type: 'add_to_cart', params: { currency: 'EUR', items: [GUITAR] } },
      { type: 'web_vital', params: { name: 'INP', rating: 'poor' } },
      { type: 'web_vital', params: { name: 'LCP', rating: 'good' } },
      { type: 'page_view', at: START + 5 * HOUR },
    );
    expect(pageOf(touchpoints).texts('.timeline li')).toEqual([
      '12:00added to the cart Guitar€749.00 in the cart',
      '12:01page speed was measured INP · poor',
      'Left in the cart, before the order, for 4 hr 58 min',
      '17:00saw a page',
      'Left in the cart, before the order, not seen since',
    ]);
  });

  it('tells the visits apart, by when, how long, where and how they came', () => {
    const { texts } = pageOf(
      touchpointsOf(
        { type: 'page_view', device: 'mobile', referrer: 'https://www.google.com/' },
        { type: 'add_to_cart', device: 'mobile', params: { currency: 'EUR', items: [GUITAR] } },
        {
          ...{ type: 'purchase', device: 'desktop', at: START + 2 * HOUR },
          url: 'https://shop.example/?utm_medium=email&utm_source=news',
          params: { currency: 'EUR', transaction_id: 'T1', items: [GUITAR] },
        },
        {
          ...{ type: 'refund', at: START + 30 * HOUR, confirmed: true },
          params: { currency: 'EUR', transaction_id: 'T1', value: 100 },
        },
      ),
    );
    expect(texts('.visit h3')).toEqual(['Visit 1', 'Visit 2', 'Told later']);
    expect(texts('.visit h3 + p')).toEqual([
      'Nov 20, 2026, 12:00 · 1 min long · mobile · Organic Search',
      'Nov 20, 2026, 14:00 · now on desktop · Email',
      'Nov 21, 2026, 18:00',
    ]);
    expect(texts('.figure')).toContain('OrderT1 told by the browser, €100.00 given back');
  });

  it('folds away where somebody only looked around, and says how much that was', () => {
    const looks = (count: number): Told[] =>
      Array.from({ length: count }, () => ({ type: 'page_view' }));
    const { document, texts } = pageOf(
      touchpointsOf(...looks(5), { type: 'search', params: { search_term: 'capo' } }, ...looks(3)),
    );
    expect(texts('.timeline-run summary')).toEqual(['Looked around: 5 pages and goods']);
    expect(document.querySelectorAll('.timeline-run li')).toHaveLength(5);
    expect(document.querySelectorAll('.timeline > li')).toHaveLength(1 + 1 + 3);
  });

  it('folds nothing away across a stop, however short those are', () => {
    const look = (minutes: number): Told => ({ type: 'page_view', at: START + minutes * MINUTE });
    const touchpoints = touchpointsOf(
      { type: 'add_to_cart', params: { currency: 'EUR', items: [GUITAR] } },
      ...[1, 2, 3, 4, 19, 20, 21, 22].map(look),
    );
    const abandonedAfterMs = 10 * MINUTE;
    const [folded] = fold(touchpoints, { currency: 'EUR', abandonedAfterMs });
    const { texts } = pageOf(touchpoints, { journey: folded!.journey, abandonedAfterMs });
    expect(texts('.timeline > li')).toMatchObject([
      expect.stringContaining('added to the cart'),
      expect.stringContaining('Looked around: 4 pages'),
      'Left in the cart, before the order, for 15 min',
      expect.stringContaining('Looked around: 4 pages'),
      'Left in the cart, before the order, not seen since',
    ]);
  });

  it('marks what went wrong where it hit', () => {
    const { texts } = pageOf(
      touchpointsOf(
        { type: 'add_to_cart', params: { currency: 'EUR', items: [GUITAR] } },
        { type: 'alert', params: { alert_type: 'PAYMENT_ERROR' } },
        { type: 'coupon', params: { coupon: 'X', status: 'applied' } },
        { type: 'coupon', params: { coupon: 'Y', status: 'denied' } },
        { type: 'web_vital', params: { name: 'LCP', rating: 'needs-improvement' } },
        { type: 'login' },
      ),
    );
    expect(texts('.timeline-trouble b')).toEqual(['was shown an error', 'tried a coupon']);
  });

  it('draws the cart as it grew, to scale', () => {
    const { document } = pageOf([
      ...touchpointsOf(
        { type: 'add_to_cart', params: { currency: 'EUR', items: [{ item_id: 'A', price: 30 }] } },
        {
          ...{ type: 'add_to_cart', at: START + 6 * MINUTE },
          params: { currency: 'EUR', items: [{ item_id: 'B', price: 10 }] },
        },
        { type: 'alert', at: START + 9 * MINUTE },
        {
          ...{ type: 'purchase', at: START + 12 * MINUTE },
          params: { currency: 'EUR', value: 40, transaction_id: 'T' },
        },
      ),
    ]);
    // 30 of 40 until half of the time, then all of it.
    const line = document.querySelector('.cart-value .curve')?.getAttribute('d');
    expect(line).toBe('M0.0 50.0H500.0V0.0H1000.0V0.0H1000');
    expect(document.querySelector('.cart-cross')?.getAttribute('x')).toBe('75.00%');
    expect(document.querySelectorAll('.cart-order')).toHaveLength(1);
    expect(document.querySelector('.cart-chart .axis span')?.textContent).toBe('€40.00');
  });

  it('draws nothing where there never was a cart', () => {
    const { document } = pageOf(touchpointsOf({ type: 'page_view' }));
    expect(document.querySelector('.cart-chart')).toBeNull();
  });

  it('shortens the ids that browsers get', () => {
    const { document, texts } = pageOf(JOURNEY, { person: 'v:1911395454729845088250885072365' });
    expect(texts('.figure').at(-1)).toBe('Personv:191139…072365');
    expect(document.querySelector('.figure dd[title]')?.getAttribute('title')).toBe(
      'v:1911395454729845088250885072365',
    );
  });

  it('does not call a cart left that moved a moment ago', () => {
    const { texts } = pageOf(JOURNEY, { asOf: START + 6 * HOUR });
    expect(texts('.timeline-stop')).toHaveLength(1);
    expect(texts('.figure')[0]).toBe('The cart isopen');
  });

  it('says of an order that it was recovered', () => {
    const order = touchpointsOf(...JOURNEY, { type: 'purchase', at: START + 6 * HOUR });
    expect(pageOf(order).texts('.figure').slice(0, 3)).toEqual([
      'The cart isordered, recovered',
      'Worth€774.80',
      'Got as far asOrdered',
    ]);
  });

  it('knows journeys that only looked', () => {
    const { texts } = pageOf(touchpointsOf({ type: 'page_view' }));
    expect(texts('.figure')[0]).toBe('The cart isnot there: this journey only looked');
  });

  it('links to the shop’s pages, and to nothing that is no page', () => {
    const evil = '<script>alert(1)</script>';
    const { document } = pageOf(
      touchpointsOf(
        { type: 'page_view', url: 'https://shop.example/p/guitar', title: evil },
        { type: 'page_view', url: 'https://shop.example/cart' },
        { type: 'page_view', url: 'javascript:alert(1)', title: evil },
        { type: evil, params: { message: evil } },
      ),
    );
    const links = [...document.querySelectorAll('.timeline a')];

    expect(links.map((link) => [link.getAttribute('href'), link.textContent])).toEqual([
      ['https://shop.example/p/guitar', evil],
      ['https://shop.example/cart', '/cart'],
    ]);
    expect(links.every((link) => link.getAttribute('rel') === 'noreferrer')).toBe(true);
    expect(document.querySelectorAll('script')).toHaveLength(0);
  });

  it('ends somewhere, however long a journey is', () => {
    const many = Array.from({ length: 520 }, (): Told => ({ type: 'page_view' }));
    const { document, texts } = pageOf(touchpointsOf(...many), { asOf: NOW });
    expect(texts('.timeline b')).toHaveLength(500);
    expect(document.body.textContent).toContain('20 more touchpoints are not shown.');
  });
});

describe(cartHistory.name, () => {
  it('gives the cart after each touchpoint that spoke of it', () => {
    const touchpoints = touchpointsOf(
      { type: 'page_view' },
      { type: 'add_to_cart', params: { items: [GUITAR, STRINGS] } },
      { type: 'remove_from_cart', params: { items: [STRINGS] } },
      { type: 'remove_from_cart', params: { items: [GUITAR] } },
    );
    const history = cartHistory(touchpoints, { currency: 'EUR', abandonedAfterMs: HOUR });

    expect([...history].map(([id, { amount, emptiedAt }]) => [id, amount, emptiedAt])).toEqual([
      ['t1', 774_80, undefined],
      ['t2', 749_00, undefined],
      ['t3', 774_80, touchpoints[3]?.at],
    ]);
  });

  it('does not fold for ever', () => {
    const many = Array.from(
      { length: 400 },
      (): Told => ({
        type: 'add_to_cart',
        params: { items: [GUITAR] },
      }),
    );
    const options = { currency: 'EUR', abandonedAfterMs: HOUR };
    expect(cartHistory(touchpointsOf(...many), options).size).toBe(200);
  });
});

describe(detailOf.name, () => {
  it.each([
    [
      'the goods',
      { type: 'add_to_cart', params: { items: [GUITAR, { item_id: 'X' }] } },
      'Guitar, X',
    ],
    ['the step', { type: 'checkout_step', params: { step: 'Address ' } }, 'Address given'],
    ['a step of the shop’s own', { type: 'checkout_step', params: { step: 'gift' } }, 'gift'],
    ['what was searched', { type: 'search', params: { search_term: 'capo' } }, 'capo'],
    [
      'the error',
      { type: 'alert', params: { alert_type: 'PAYMENT_ERROR', message: 'No' } },
      'PAYMENT_ERROR · No',
    ],
    [
      'how slow it was',
      { type: 'web_vital', params: { name: 'LCP', rating: 'poor', value: 4210.4 } },
      'LCP · poor · 4210 ms',
    ],
    [
      'a measure without unit',
      { type: 'web_vital', params: { name: 'CLS', value: 0.31 } },
      'CLS · 0.31',
    ],
    ['the score', { type: 'survey', params: { score: 0 } }, '0'],
    ['nothing where there is nothing', { type: 'page_view' }, ''],
    ['nothing of what is no word', { type: 'alert', params: { message: null, status: true } }, ''],
  ])('tells %s', (_, told, expected) => {
    expect(detailOf(touchpointsOf(told)[0]!, en)).toBe(expected);
  });
});
