import { fold, STAGES, type StoredTouchpoint } from '@cartograph/journey';
import { abandonmentAnswer } from '../../../src/abandonmentAnswer.ts';
import { readJourneyFilter } from '../../../src/journeys/journeyFilter.ts';
import { journeyList } from '../../../src/journeys/journeyList.ts';
import { liveBoard } from '../../../src/live/liveBoard.ts';
import { abandonmentPage, journeyPage, journeysPage, livePage } from '../../../src/page/render.tsx';
import type { JourneyFact } from '../../../src/question.ts';
import { SEGMENT_KEYS } from '../../../src/segment.ts';
import * as facts from '../../facts.ts';
import { reportView, SITE, viewOf } from '../views.ts';

const { abandoned, DAY, HOUR, MINUTE, NOW, ordered, QUESTION, waiting, withCart } = facts;

/** Draws the pages with everything on them that they have words for. */
export function showEverything(): void {
  showList();
  showLive();
  showJourney();
  showAbandonment();
}

function showList(): void {
  const met = ['exception', 'rage_click', 'poor:LCP'].map((what) => ({
    ...{ what, step: 'cart', at: NOW, times: 1 },
  }));
  const looking = facts.looked();
  const all = [
    ...STAGES.map((stage) => ({ ...looking, stage, lastAt: NOW })),
    withCart(abandoned(), { met }),
    ...[facts.open(), facts.lost(), facts.emptied(), ordered({ stopsAt: ['cart'] })],
    ...[facts.direct(), ...Array.from({ length: 150 }, () => ordered())],
  ];
  for (const query of [{}, { page: '2' }, { state: 'lost' }, { min: '99999' }]) {
    const list = journeyList(all, QUESTION, readJourneyFilter(query, QUESTION));
    journeysPage({ ...reportView(), query, list });
  }
  const list = journeyList([], QUESTION, readJourneyFilter({}, QUESTION));
  journeysPage({ ...reportView(), list });
}

function showLive(): void {
  const asked = { now: NOW, abandonedAfterMs: HOUR, currency: 'EUR', onlyConfirmed: false };
  const trouble = [{ what: 'exception', step: 'cart', at: NOW, times: 1 }];
  const won = ordered({ stopsAt: ['cart'] });
  const carts = [
    ...Array.from({ length: 20 }, () =>
      withCart(waiting({ lastAt: NOW - 20 * MINUTE }), { met: trouble }),
    ),
    withCart(won, { order: { ...won.cart!.order!, at: NOW - 5 } }),
  ];
  livePage({ ...reportView(), board: liveBoard(carts, { ...asked, complete: false }) });
  livePage({ ...reportView(), board: liveBoard([], { ...asked, complete: true }) });
}

function showJourney(): void {
  const told: Partial<StoredTouchpoint>[] = [
    ...Array.from({ length: 5 }, () => ({ type: 'page_view', device: 'mobile' as const })),
    { type: 'alert' },
    { type: 'purchase', at: NOW - 9 * DAY, device: 'desktop', params: { transaction_id: 'T' } },
    { type: 'refund', at: NOW - DAY, confirmed: true, params: { transaction_id: 'T', value: 1 } },
    {
      ...{ type: 'refund', at: NOW - HOUR, confirmed: true },
      params: { transaction_id: 'T', cancelled: true },
    },
  ];
  const goods = { items: [{ item_id: 'G1', price: 5 }], currency: 'EUR' };
  const touchpoints = told.map(
    (each, seq): StoredTouchpoint => ({
      ...{ id: `t${seq}`, type: 'page_view', at: NOW - 10 * DAY + seq * MINUTE, seq },
      ...{ visitor: 'v', receivedAt: NOW },
      ...each,
      params: { ...goods, ...each.params },
    }),
  );
  const confirmed = touchpoints.map((each) =>
    each.type === 'purchase' ? { ...each, confirmed: true } : each,
  );
  const added = { ...touchpoints[0]!, id: 'add', type: 'add_to_cart' };
  for (const known of [
    [added, ...touchpoints],
    [added, ...confirmed],
  ]) {
    const { journey, touchpoints: those } = fold(known, { currency: 'EUR' })[0]!;
    const view = { locale: 'en' as const, site: SITE, person: 'v:1', asOf: NOW };
    journeyPage({ ...view, journey, touchpoints: those, abandonedAfterMs: HOUR });
  }
}

function showAbandonment(): void {
  const silent = (count: number, hoursAway?: number) =>
    Array.from({ length: count }, () => {
      const at = NOW - 20 * DAY;
      if (hoursAway === undefined) return waiting({ createdAt: at, lastAt: at });
      const until = at + hoursAway * HOUR;
      const fact = ordered({ createdAt: at });
      const stops = [{ at, until, step: 'cart', amount: 1 }];
      return withCart(fact, { stops, order: { ...fact.cart!.order!, at: until } });
    });
  const many = Array.from({ length: 20 }, (_, n) => ({
    ...abandoned(),
    entry: { channel: 'web', url: `https://shop.example/${n}` },
  }));
  const cases: [JourneyFact[], hours: number][] = [
    [[...silent(40, 2), ...silent(60), ...many], 1],
    [[...silent(40, 2), ...silent(60)], 3],
    [[...silent(80, 15 * 24), ...silent(40)], 1],
    [[abandoned()], 1],
    [[abandoned({ stopsAt: ['cart'] })], 1],
    [[facts.emptied({ stopsAt: ['cart'] }), facts.open({ stopsAt: ['cart'] })], 1],
  ];
  for (const [all, hours] of cases) {
    const question = { ...QUESTION, abandonedAfterMs: hours * HOUR };
    for (const by of SEGMENT_KEYS) {
      for (const trails of [all, all.slice(1)]) {
        const known = trails.map((fact) => ({ ...fact, trail: [['page_view /', 0] as const] }));
        const report = abandonmentAnswer(all, question, { trails: known, by });
        abandonmentPage({ ...viewOf(all), report });
      }
    }
  }
}
