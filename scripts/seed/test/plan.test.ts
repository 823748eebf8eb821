import { beforeAll, describe, expect, it } from 'vitest';
import type { Touchpoint } from '../../../packages/journey/src/index.ts';
import { history, type SeedBatch } from '../history.ts';
import { PLAN } from '../plan.ts';
import type { Step } from '../trip.ts';
import { countStops, type Estimate, relativeRisk, shareOf } from './relativeRisk.ts';
import { type StepVisit, stepVisits } from './stepVisits.ts';

const NOW = Date.UTC(2026, 10, 22, 15);
const DAY_MS = 86_400_000;

describe('the plan, counted again from raw touchpoints', () => {
  let batches: SeedBatch[];
  let visits: StepVisit[];
  beforeAll(() => {
    batches = history({
      seed: 7,
      days: 56,
      persons: 15_000,
      now: NOW,
      origin: 'https://shop.test',
    });
    visits = stepVisits(batches, NOW);
  }, 60_000);

  const at = (step: Step) => visits.filter((visit) => visit.step === step);

  describe.each<[string, Step, Cause, number]>([
    ['a declined payment', 'payment', alerted('PAYMENT_ERROR'), PLAN.causes.paymentDeclined.risk],
    ['a denied coupon', 'cart', coupon('denied'), PLAN.causes.couponDenied.risk],
    ['dear shipping', 'shipping', isDear, PLAN.causes.shippingShock.risk],
  ])('%s', (_, step, cause, planted) => {
    it('makes leaving as much likelier as planted', () => {
      const risk = riskOf(cause, at(step));
      expectWithin(risk, planted);
      expect(risk.low).toBeGreaterThan(1);
    });
  });

  it('an address that the form refuses makes leaving as much likelier as planted, on phones', () => {
    const risk = riskOf(alerted('INPUT_INVALID'), at('contact').filter(isMobile));
    expectWithin(risk, PLAN.causes.inputInvalid.risk);
    expect(risk.low).toBeGreaterThan(1);
  });

  it.each<[string, Step, Cause]>([
    ['a coupon that works', 'cart', coupon('applied')],
    ['a rage click', 'cart', told('rage_click')],
    ['a slow page', 'cart', isSlow],
    ['a field left empty', 'contact', told('field_left')],
  ])('%s makes nobody leave', (_, step, cause) => {
    const innocent = at(step).filter((visit) => !coupon('denied')(visit));
    expectWithin(riskOf(cause, innocent), 1);
  });

  it('a chat looks guilty, and is not: it follows the declined payment', () => {
    const chat = told('support_chat');
    const declined = at('payment').filter(alerted('PAYMENT_ERROR'));

    expect(riskOf(chat, at('payment')).low).toBeGreaterThan(1);
    expectWithin(riskOf(chat, declined), 1);
  });

  it('a slow page makes nobody leave at contact, though slow phones are many there', () => {
    const contact = at('contact');
    const slowShare = (group: StepVisit[]) => group.filter(isSlow).length / group.length;

    expect(slowShare(contact.filter(isMobile))).toBeGreaterThan(
      2 * slowShare(contact.filter(isDesktop)),
    );
    expectWithin(riskOf(isSlow, contact.filter(isMobile)), 1);
  });

  it('phones leave at contact as much as planted, alerts aside', () => {
    const calm = at('contact').filter((visit) => !alerted('INPUT_INVALID')(visit));
    const risk = relativeRisk(
      countStops(calm.filter(isMobile)),
      countStops(calm.filter(isDesktop)),
    );
    expectWithin(risk, PLAN.mobileAtContact.risk);
  });

  it('the address form was broken for some days, on phones only', () => {
    const { daysAgo, days } = PLAN.brokenForm;
    const from = NOW - daysAgo * DAY_MS;
    const during = (visit: StepVisit) => visit.at >= from && visit.at < from + days * DAY_MS;
    const phones = at('contact').filter(isMobile);
    const alert = alerted('INPUT_INVALID');

    const broken = phones.filter(during);
    const fine = phones.filter((visit) => !during(visit));
    const desktops = at('contact').filter((visit) => isDesktop(visit) && during(visit));

    expectWithin(shareOf(broken.filter(alert).length, broken.length), PLAN.brokenForm.share);
    expectWithin(shareOf(fine.filter(alert).length, fine.length), PLAN.causes.inputInvalid.share);
    expectWithin(
      shareOf(desktops.filter(alert).length, desktops.length),
      PLAN.causes.inputInvalid.share,
    );
    expect(relativeRisk(countStops(broken), countStops(fine)).low).toBeGreaterThan(1);
  });

  it('cards are declined, and coupons denied, as often as planted', () => {
    const payments = at('payment');
    const seen = at('cart').filter(told('view_cart'));

    expectWithin(
      shareOf(payments.filter(alerted('PAYMENT_ERROR')).length, payments.length),
      PLAN.causes.paymentDeclined.share,
    );
    expectWithin(
      shareOf(seen.filter(coupon('denied')).length, seen.length),
      PLAN.causes.couponDenied.share,
    );
  });

  it('thank-you pages are reloaded and money is given back as often as planted', () => {
    const all = batches.flatMap(({ touchpoints }) => touchpoints);
    const purchases = all.filter(({ type }) => type === 'purchase');
    const orders = new Map(purchases.map(({ params, at }) => [params?.transaction_id, at]));
    // Time enough for a refund to have come.
    const old = [...orders].filter(([, at]) => at < NOW - PLAN.ordered.refund.days.to * DAY_MS);
    const refunded = new Set(
      all.flatMap(({ type, params }) => (type === 'refund' ? [params?.transaction_id] : [])),
    );

    expectWithin(shareOf(purchases.length - orders.size, orders.size), PLAN.ordered.reloads);
    expectWithin(
      shareOf(old.filter(([id]) => refunded.has(id)).length, old.length),
      PLAN.ordered.refund.share,
    );
  });

  it('mail brings buyers and paid social lookers', () => {
    const orderRate = (medium: RegExp) => {
      const came = batches.filter(({ touchpoints: [first] }) => medium.test(first?.url ?? ''));
      const bought = came.filter(({ touchpoints }) =>
        touchpoints.some(({ type }) => type === 'purchase'),
      );
      return bought.length / came.length;
    };

    const search = orderRate(/utm_medium=cpc/);
    expect(orderRate(/utm_source=newsletter/)).toBeGreaterThan(search * 1.2);
    expect(orderRate(/utm_medium=paid_social/)).toBeLessThan(search * 0.8);
  });
});

describe('the plan', () => {
  it('never multiplies a risk past certainty, which would hide the truth', () => {
    const { risk, newcomer, channels, causes, mobileAtContact } = PLAN;
    const worstChannel = Math.max(...Object.values(channels).map((channel) => channel.risk));
    const worst = (step: Step, ...factors: number[]) =>
      [risk[step], newcomer.risk, worstChannel, ...factors].reduce((a, b) => a * b);

    expect(worst('cart', causes.couponDenied.risk)).toBeLessThan(1);
    expect(worst('contact', causes.inputInvalid.risk, mobileAtContact.risk)).toBeLessThan(1);
    expect(worst('shipping', causes.shippingShock.risk)).toBeLessThan(1);
    expect(worst('payment', causes.paymentDeclined.risk, causes.shippingShock.risk)).toBeLessThan(
      1,
    );
  });
});

type Cause = (visit: StepVisit) => boolean;

function riskOf(cause: Cause, visits: readonly StepVisit[]): Estimate {
  const exposed = visits.filter(cause);
  const others = visits.filter((visit) => !cause(visit));
  return relativeRisk(countStops(exposed), countStops(others));
}

function expectWithin({ value, low, high }: Estimate, planted: number): void {
  const counted = `${value.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;
  expect(low, `planted ${planted}, counted ${counted}`).toBeLessThanOrEqual(planted);
  expect(high, `planted ${planted}, counted ${counted}`).toBeGreaterThanOrEqual(planted);
}

function some(test: (touchpoint: Touchpoint) => boolean): Cause {
  return ({ told }) => told.some(test);
}

function told(type: string): Cause {
  return some((touchpoint) => touchpoint.type === type);
}

function alerted(alertType: string): Cause {
  return some(({ type, params }) => type === 'alert' && params?.alert_type === alertType);
}

function coupon(status: string): Cause {
  return some(({ type, params }) => type === 'coupon' && params?.status === status);
}

function isDear(visit: StepVisit): boolean {
  return some(({ params }) => params?.shipping_tier === 'Courier')(visit);
}

function isSlow(visit: StepVisit): boolean {
  return some(({ params }) => params?.name === 'LCP' && params.rating === 'poor')(visit);
}

function isMobile({ device }: StepVisit): boolean {
  return device === 'mobile';
}

function isDesktop({ device }: StepVisit): boolean {
  return device === 'desktop';
}
