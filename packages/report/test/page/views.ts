import { abandonedCarts } from '../../src/abandonedCarts.ts';
import { abandonmentAnswer } from '../../src/abandonmentAnswer.ts';
import type { LiveCart } from '../../src/liveCart.ts';
import type { AbandonmentView } from '../../src/page/abandonmentPage.tsx';
import type { ReportView } from '../../src/page/reportView.ts';
import type { JourneyFact, Question } from '../../src/question.ts';
import { trend } from '../../src/trend.ts';
import { DAY, NOW, QUESTION } from '../facts.ts';

export const SITE = {
  id: 'shop',
  name: 'Guitar House',
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
};

/** What the collector would hand to the page for these journeys. */
export function viewOf(
  facts: readonly JourneyFact[],
  { question = QUESTION, ...rest }: Partial<AbandonmentView> & { question?: Question } = {},
): AbandonmentView {
  return {
    report: abandonmentAnswer(facts, question, {
      trails: facts.map((fact) => ({ ...fact, trail: [] })),
      by: 'device',
    }),
    trend: trend(facts, question),
    carts: abandonedCarts(facts, question),
    live: [],
    ...reportView(question),
    ...rest,
  };
}

/** What every page with a report is drawn with. */
export function reportView(question: Question = QUESTION): ReportView {
  const iso = (at: number) => new Date(at).toISOString();
  return {
    locale: 'en',
    site: SITE,
    period: { ...QUESTION, preset: '30d' },
    from: iso(question.from),
    to: iso(question.to),
    asOf: iso(question.asOf),
    segment: {},
    choices: {
      device: ['mobile', 'desktop'],
      channel: ['Direct'],
      country: ['DE', 'KR'],
      returning: ['new', 'returning'],
      campaign: [],
      landing: ['/'],
      item: ['G1'],
    },
    late: [],
    onlyConfirmed: false,
    query: { period: '30d' },
  };
}

export function live(cart: Partial<LiveCart> = {}): LiveCart {
  return {
    journey: 'j1',
    person: 'v:1',
    state: 'open',
    step: 'cart',
    amount: '12.00',
    currency: 'EUR',
    lastAt: new Date(NOW - DAY / 1440).toISOString(),
    lastType: 'add_to_cart',
    ...cart,
  };
}
