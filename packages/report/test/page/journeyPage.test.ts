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
      'Came fromwww.google.com, web, mobile',
      'Personv:0192',
    ]);
  });

  it('tells what happened in order, the cart as it grew, stops and silences', () => {
    expect(pageOf(JOURNEY).texts('.timeline li')).toEqual([
      'Nov 20, 2026, 12:00saw a page',
      'Nov 20, 2026, 12:01added to the cart Guitar€749.00 in the cart',
      'Left in the cart, before the order, for 4 hr 59 min',
      'Nov 20, 2026, 17:00added to the cart Strings€774.80 in the cart',
      '45 min of silence',
      'Nov 20, 2026, 17:45saw a page',
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
      'Nov 20, 2026, 12:00added to the cart Guitar€749.00 in the cart',
      'Nov 20, 2026, 12:01page speed was measured INP · poor',
      'Left in the cart, before the order, for 4 hr 58 min',
      'Nov 20, 2026, 17:00saw a page',
      'Left in the cart, before the order, not seen since',
    ]);
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
    ['the score', { type: 'survey', params: { score: 0 } }, '0'],
    ['nothing where there is nothing', { type: 'page_view' }, ''],
    ['nothing of what is no word', { type: 'alert', params: { message: null, status: true } }, ''],
  ])('tells %s', (_, told, expected) => {
    expect(detailOf(touchpointsOf(told)[0]!, en)).toBe(expected);
  });
});
