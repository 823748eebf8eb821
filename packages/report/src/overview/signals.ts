import type { Step } from '@cartograph/journey';
import { partsOf } from '../facts.ts';
import { median } from '../median.ts';
import type { StagesFact } from '../question.ts';
import type { AgedGroup } from './agedGroups.ts';
import { pageViews } from './pageViews.ts';
import { type Place, placeOf } from './place.ts';

/** What was recorded on a day of the site's calendar. */
export interface DaySignals {
  day: string;
  pageViews: number;
  carts: number;
  orders: number;
  /** Carts that did each step. */
  steps: ReadonlyMap<Step, number>;
}

/**
 * Why a day's figures are more likely about the recording than about the shoppers:
 *
 * | Reason | Is |
 * | --- | --- |
 * | `silent` | page views collapsed |
 * | `pages` | page views collapsed against carts |
 * | `carts` | carts collapsed against page views |
 * | `orders` | not one order, where many were to be expected |
 * | `step` | not one cart told of a step that many do |
 */
export type OutageReason = 'silent' | 'pages' | 'carts' | 'orders' | 'step';

export interface Outage {
  day: string;
  reason: OutageReason;
  step?: Step;
  /** What came, and what usually comes with so much else. */
  seen: number;
  expected: number;
}

/** Days as many as in `places`, each with what was recorded on it. */
export function signalsOf(
  carts: readonly AgedGroup[],
  journeys: Iterable<StagesFact>,
  days: readonly Place[],
): DaySignals[] {
  const signals = days.map(({ day }) => ({
    day,
    pageViews: 0,
    carts: 0,
    orders: 0,
    steps: new Map<Step, number>(),
  }));
  for (const part of partsOf(journeys)) {
    const { quarters, views } = pageViews(part);
    quarters.forEach((at, place) => {
      const day = signals[placeOf(days, at)];
      if (day) day.pageViews += views[place]!;
    });
  }
  for (const group of carts) {
    const day = signals[placeOf(days, group.day)];
    if (!day) continue;
    day.carts += group.carts;
    if (group.state === 'ordered') day.orders += group.carts;
    for (const step of group.steps) {
      day.steps.set(step, (day.steps.get(step) ?? 0) + group.carts);
    }
  }
  return signals;
}

/** A share of what is usual below which a figure has collapsed. */
const COLLAPSED = 0.25;

/** Fewer expected, and a small figure may be chance. */
const LEAST = { pageViews: 40, carts: 12, none: 8 } as const;

/** Days on which something was not recorded, held against days before. */
export function outagesOf(days: readonly DaySignals[], baseline: readonly DaySignals[]): Outage[] {
  const known = baseline.filter(({ carts, pageViews }) => carts > 0 || pageViews > 0);
  const usualViews = median(known.map(({ pageViews }) => pageViews)) ?? 0;
  const seen = known.filter(({ pageViews }) => pageViews > 0);
  const cartsPerView = median(seen.map(({ carts, pageViews }) => carts / pageViews)) ?? 0;
  const carts = sum(known, (day) => day.carts);
  if (carts === 0) return [];
  const perCart = (of: (day: DaySignals) => number) => sum(known, of) / carts;
  const ordersPerCart = perCart(({ orders }) => orders);
  const steps = [...new Set(known.flatMap((day) => [...day.steps.keys()]))].map((step) => ({
    step,
    perCart: perCart((day) => day.steps.get(step) ?? 0),
  }));

  return days.flatMap((day): Outage[] => {
    const outage = (
      reason: OutageReason,
      seen: number,
      expected: number,
      step?: Step,
    ): Outage[] => [{ day: day.day, reason, ...(step !== undefined && { step }), seen, expected }];
    const expectedViews = cartsPerView === 0 ? 0 : day.carts / cartsPerView;
    const expectedCarts = day.pageViews * cartsPerView;
    const collapsed = (seen: number, expected: number, least: number) =>
      expected >= least && seen < COLLAPSED * expected;

    if (collapsed(day.pageViews, expectedViews, LEAST.pageViews)) {
      return outage('pages', day.pageViews, expectedViews);
    }
    if (collapsed(day.pageViews, usualViews, LEAST.pageViews)) {
      return outage('silent', day.pageViews, usualViews);
    }
    if (collapsed(day.carts, expectedCarts, LEAST.carts)) {
      return outage('carts', day.carts, expectedCarts);
    }
    const expectedOrders = day.carts * ordersPerCart;
    if (day.orders === 0 && expectedOrders >= LEAST.none)
      return outage('orders', 0, expectedOrders);
    return steps.flatMap(({ step, perCart }) =>
      !day.steps.has(step) && perCart * day.carts >= LEAST.none
        ? outage('step', 0, perCart * day.carts, step)
        : [],
    );
  });
}

function sum(days: readonly DaySignals[], of: (day: DaySignals) => number): number {
  return days.reduce((total, day) => total + of(day), 0);
}
