import { abandonedCarts } from '../../src/abandonedCarts.ts';
import { abandonment } from '../../src/abandonment.ts';
import type { LiveCart } from '../../src/liveCart.ts';
import type { AbandonmentView } from '../../src/page/abandonmentPage.tsx';
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
    locale: 'en',
    site: SITE,
    report: abandonment(facts, question),
    trend: trend(facts, question),
    carts: abandonedCarts(facts, question),
    live: [],
    period: { ...QUESTION, preset: '30d' },
    ...rest,
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
