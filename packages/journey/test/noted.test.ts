import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../src/fold.ts';
import type { Journey, Met } from '../src/journey.ts';
import type { CustomParams } from '../src/params.ts';
import { history } from './history.ts';
import { type Line, START, tell, worth } from './story.ts';

const only = (...lines: readonly Line[]): Journey => {
  const journeys = fold(tell(...lines));
  expect(journeys).toHaveLength(1);
  return journeys[0]!.journey;
};

const metIn = (...lines: readonly Line[]): [string, string, number][] =>
  only(...lines).cart!.met.map(({ what, step, times }) => [what, step, times]);

describe('what a shopper met', () => {
  it.each<[type: string, params: CustomParams | undefined, what: string | undefined]>([
    ['alert', { alert_type: 'PAYMENT_ERROR' }, 'alert:PAYMENT_ERROR'],
    ['alert', undefined, 'alert:CHECKOUT_ERROR'],
    ['exception', { description: 'x' }, 'exception'],
    ['exception', { source: 'request', status: 500 }, 'failed_request'],
    ['coupon', { status: 'denied' }, 'coupon_denied'],
    ['coupon', { status: 'applied' }, undefined],
    ['login', undefined, 'login'],
    ['sign_up', undefined, 'login'],
    ['field_left', { field: 'phone' }, 'field_left:phone'],
    ['web_vital', { name: 'LCP', rating: 'poor' }, 'poor:LCP'],
    ['web_vital', { name: 'LCP', rating: 'good' }, undefined],
    ['rage_click', undefined, 'rage_click'],
    ['dead_click', undefined, 'dead_click'],
    ['step_back', undefined, 'step_back'],
    ['support_chat', undefined, 'custom:support_chat'],
    ['page_view', undefined, undefined],
    ['view_item', worth(5), undefined],
    ['tab_return', { seconds: 5 }, undefined],
  ])('%s %j', (type, params, what) => {
    const last: Line = params ? [2, type, params] : [2, type];
    const met = metIn([0, 'add_to_cart', worth(10)], [1, 'begin_checkout'], last);
    expect(met).toEqual(what === undefined ? [] : [[what, 'checkout', 1]]);
  });

  it('counts from the first goods to the order, and by the step it was met at', () => {
    expect(
      metIn(
        [0, 'exception'],
        [1, 'add_to_cart', worth(10)],
        [2, 'exception'],
        [3, 'exception'],
        [4, 'begin_checkout'],
        [5, 'exception'],
        [6, 'purchase', { ...worth(10), transaction_id: 'T' }],
        [7, 'exception'],
      ),
    ).toEqual([
      ['exception', 'cart', 2],
      ['exception', 'checkout', 1],
    ]);
  });

  it('belongs to the page it is of, where it is told as that page is left', () => {
    const touchpoints = tell(
      [0, 'add_to_cart', worth(10)],
      [1, 'page_view'],
      [2, 'begin_checkout'],
      [3, 'web_vital', { name: 'LCP', rating: 'poor' }],
      [4, 'rage_click'],
    ).map((touchpoint) => ({ ...touchpoint, url: 'https://shop.example/cart' }));
    expect(fold(touchpoints)[0]!.journey.cart!.met.map(({ what, step }) => [what, step])).toEqual([
      ['poor:LCP', 'cart'],
      ['rage_click', 'checkout'],
    ]);
  });
});

describe('a price that rises', () => {
  const rises = (...lines: readonly Line[]): Pick<Met, 'step' | 'size'>[] =>
    only(...lines)
      .cart!.met.filter(({ what }) => what === 'price_rise')
      .map(({ step, size = 0 }) => ({ step, size }));

  it.each<[string, Line[], Pick<Met, 'step' | 'size'>[]]>([
    [
      'is shipping in the total',
      [
        [0, 'add_to_cart', worth(10)],
        [1, 'begin_checkout', worth(10)],
        [2, 'add_shipping_info', { ...worth(10), value: 14.9 }],
      ],
      [{ step: 'shipping', size: 490 }],
    ],
    [
      'is shipping told beside the total',
      [
        [0, 'add_to_cart', worth(10)],
        [1, 'add_shipping_info', { ...worth(10), shipping: 4.9, tax: 1 }],
      ],
      [{ step: 'shipping', size: 590 }],
    ],
    [
      'is told once, however often it is shown',
      [
        [0, 'add_to_cart', worth(10)],
        [1, 'begin_checkout', { value: 15, currency: 'EUR' }],
        [2, 'add_shipping_info', { value: 10, currency: 'EUR' }],
        [3, 'add_payment_info', { value: 15, currency: 'EUR' }],
      ],
      [{ step: 'checkout', size: 500 }],
    ],
    [
      'is none when more goods are added',
      [
        [0, 'add_to_cart', worth(10)],
        [1, 'add_to_cart', worth(10)],
        [2, 'view_cart', worth(20, 'G1', 2)],
      ],
      [],
    ],
    [
      'is none when the goods are others',
      [
        [0, 'add_to_cart', worth(10)],
        [1, 'view_cart', worth(30, 'G2')],
      ],
      [],
    ],
    [
      'is none where nothing is said of money',
      [
        [0, 'add_to_cart', worth(10)],
        [1, 'begin_checkout', { value: 15, currency: 'EUR' }],
        [2, 'add_payment_info'],
      ],
      [{ step: 'checkout', size: 500 }],
    ],
    [
      'is none in another currency',
      [
        [0, 'add_to_cart', worth(10)],
        [1, 'begin_checkout', { value: 15_000, currency: 'KRW' }],
      ],
      [],
    ],
  ])('%s', (_, lines, expected) => {
    expect(rises(...lines)).toEqual(expected);
  });
});

it('tells 200 lines of a cart at most, and what all of them are worth', () => {
  const items = Array.from({ length: 300 }, (_, n) => ({ item_id: `G${n}`, price: 1 }));
  const { cart } = only([0, 'add_to_cart', { currency: 'EUR', items }]);
  expect(cart?.lines).toHaveLength(200);
  expect(cart?.amount).toBe(300_00);
});

describe('the stages of a journey', () => {
  it('have what was done, felt, answered and met in each', () => {
    const { stages } = only(
      [0, 'page_view'],
      [1, 'view_item'],
      [2, 'page_view'],
      [4, 'add_to_cart', worth(10)],
      [5, 'begin_checkout'],
      [6, 'web_vital', { name: 'INP', rating: 'poor' }],
      [50, 'alert'],
      [51, 'purchase', { ...worth(10), transaction_id: 'T' }],
      [60, 'survey', { question: 'NPS', score: 9, transaction_id: 'T' }],
    );
    const channels = ['Direct'];
    expect(stages).toMatchObject([
      { stage: 'awareness', at: START, activeMs: 60_000, did: { page_view: 1 }, channels },
      { stage: 'consideration', activeMs: 180_000, did: { view_item: 1, page_view: 1 } },
      { stage: 'cart', activeMs: 60_000, did: { add_to_cart: 1 } },
      // The silence of 44 minutes is nobody's time.
      { stage: 'checkout', activeMs: 120_000, did: { begin_checkout: 1, alert: 1 }, poorVitals: 1 },
      { stage: 'order', did: { purchase: 1 }, scores: [] },
      { stage: 'retention', did: { survey: 1 }, scores: [{ question: 'NPS', score: 9 }] },
    ]);
  });

  it('share out no more time than there was, on any history', () => {
    fc.assert(
      fc.property(history, ({ touchpoints, options }) => {
        // A refund shows nobody there, wherever it stands.
        const told = touchpoints.filter(({ type }) => type !== 'refund');
        for (const { journey } of fold(told, options)) {
          const spent = journey.stages.reduce((sum, { activeMs }) => sum + activeMs, 0);
          expect(spent).toBeLessThanOrEqual(journey.lastAt - journey.startedAt);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('count every touchpoint once, on any history without refunds', () => {
    fc.assert(
      fc.property(history, ({ touchpoints, options }) => {
        const told = touchpoints.filter(({ type }) => type !== 'refund');
        for (const { journey } of fold(told, options)) {
          const counts = journey.stages.flatMap(({ did }) => Object.values(did));
          expect(counts.reduce((sum, n) => sum + n, 0)).toBe(journey.touchpoints);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the trail of a journey', () => {
  it('has what was done, in order, the same in a row once', () => {
    const touchpoints = tell(
      [0, 'page_view'],
      [1, 'page_view'],
      [2, 'web_vital', { name: 'LCP' }],
      [3, 'page_view'],
      [4, 'checkout_step', { step: 'gift' }],
      [5, 'alert', { alert_type: 'PAYMENT_ERROR' }],
      [6, 'size_guide_opened'],
    );
    const paths = ['/', '/?utm_source=x', '', '/?route=cart', '/#/pay', '/', '/'];
    const told = touchpoints.map((touchpoint, n) => ({
      ...touchpoint,
      url: `https://shop.example${paths[n]}`,
    }));
    expect(fold(told)[0]!.journey.trail).toEqual([
      ['page_view /', 0],
      ['page_view /?route=cart', 180],
      ['checkout_step gift', 240],
      ['alert PAYMENT_ERROR', 300],
      ['size_guide_opened', 360],
    ]);
  });

  it('is bounded, and keeps what is more than a page view for longer', () => {
    const lines = Array.from(
      { length: 1500 },
      (_, n): Line => [n / 100, n % 2 ? 'a' : 'page_view'],
    );
    const { trail } = only(...lines);
    expect(trail).toHaveLength(200);
    const more = only(...lines, [20, 'add_to_cart', worth(10)]);
    expect(more.trail.at(-1)).toEqual(['add_to_cart', 1200]);
  });
});
