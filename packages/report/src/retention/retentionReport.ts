import type { Satisfaction } from '../map/satisfaction.ts';
import type { Money } from '../money.ts';
import type { Rate } from '../wilson.ts';

/** Who comes back, when, and what is said after an order. */
export interface RetentionReport {
  /** Of everything but `orders` and `after`, which say their own. */
  unit: 'persons';
  orders: OrderCounts;
  /** Who ordered again within so many days of their first order, by days. */
  within: RepeatRate[];
  /** By month of the first order, oldest first. */
  cohorts: Cohort[];
  between: Between;
  secondOrder: SecondOrder;
  after: AfterOrders;
}

/** Unit: orders placed in the period. */
export interface OrderCounts {
  placed: number;
  /** A person's first, as far as is known. */
  first: number;
  repeat: number;
  repeatRate: Rate;
  /** Persons who placed them. */
  persons: number;
}

export interface RepeatRate {
  days: number;
  /** Of persons whose first order is at least so many days ago. */
  rate: Rate;
  /** Persons whose first order is more recent: they can't be judged yet. */
  tooRecent: number;
}

export interface Cohort {
  /** `YYYY-MM`, in the site's time zone. */
  month: string;
  persons: number;
  /** Who ordered again within 1, 2, 3… months of their own first order. Only months that all of them have lived through. */
  again: Rate[];
}

/** Time between two orders of one person. It leaves out who has not come back: see {@link SecondOrder}. */
export interface Between {
  /** Pairs of orders, one after the other. */
  n: number;
  medianDays: number | null;
  /** How many were up to so many days apart, and more than in the one before; the last one has no end. */
  spread: { upToDays: number | null; pairs: number }[];
}

/** Time from the first to the second order, those who have not come back yet counted for as long as they are known. */
export interface SecondOrder {
  persons: number;
  returned: number;
  /** After how many days a quarter, and a half, has come back; `null` where so many have not yet. */
  quarterDays: number | null;
  halfDays: number | null;
  /** Share who has come back, from day 0 on, at the end of each day, as far as at least 10 persons are watched. */
  curve: { day: number; returned: number; low: number; high: number; watched: number }[];
}

/** Unit: orders placed in the period. What came of them up to now. */
export interface AfterOrders {
  orders: number;
  reviewed: Rate;
  shared: Rate;
  /** Touchpoints of the shop's own by the name `referral`. */
  referred: Rate;
  surveyed: Rate;
  refunded: Rate;
  refunds: { value: Money; otherValues: Money[] };
  satisfaction: Satisfaction[];
}
