import { toMinor } from '@cartograph/journey';
import { JOURNEY_STATES, type JourneyState } from './journeyState.ts';

/** What journeys can be put in order by: the latest, the most valuable or the longest first. */
export const JOURNEY_ORDERS = ['time', 'value', 'length'] as const;

export type JourneyOrder = (typeof JOURNEY_ORDERS)[number];

/** Which journeys are listed. Each that is given has to hold. */
export interface JourneyFilter {
  /** `ordered` has the recovered ones among them. */
  state?: JourneyState;
  /** A step that it stopped at, whatever came after. */
  stopped?: string;
  /** Something that it met: `alert:PAYMENT_ERROR`. */
  met?: string;
  /** Ends of what the cart is worth, both in it, in minor units of the site's currency. */
  min?: number;
  max?: number;
  /** @default 'time' */
  order: JourneyOrder;
  /** From 1. */
  page: number;
  /** Journeys on a page. @default 50 */
  limit: number;
}

const LIMIT = 50;
const MAX_LIMIT = 1000;
const MAX_PAGE = 100_000;

/**
 * What an address asks for: `?state=abandoned&stopped=shipping&met=alert:PAYMENT_ERROR&min=50&max=200&sort=value&page=2`.
 *
 * @throws {RangeError} If a value can't be read. Fit to be shown.
 */
export function readJourneyFilter(
  asked: Readonly<Record<string, string | undefined>>,
  { currency }: { currency: string },
): JourneyFilter {
  const { stopped, met } = asked;
  const state = oneOf(JOURNEY_STATES, 'state', asked.state);
  const min = amountOf('min', asked.min, currency);
  const max = amountOf('max', asked.max, currency);
  return {
    ...(state && { state }),
    ...(stopped && { stopped }),
    ...(met && { met }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    order: oneOf(JOURNEY_ORDERS, 'sort', asked.sort) ?? 'time',
    page: numberOf('page', asked.page, MAX_PAGE) ?? 1,
    limit: numberOf('limit', asked.limit, MAX_LIMIT) ?? LIMIT,
  };
}

function oneOf<T extends string>(
  all: readonly T[],
  name: string,
  asked: string | undefined,
): T | undefined {
  if (!asked) return undefined;
  const found = all.find((each) => each === asked);
  if (found) return found;
  throw new RangeError(
    `Expected \`${name}\` to be one of ${all.join(', ')}, got ${JSON.stringify(asked)}`,
  );
}

function amountOf(name: string, asked: string | undefined, currency: string): number | undefined {
  if (!asked) return undefined;
  if (/^\d{1,11}(\.\d{1,4})?$/.test(asked)) return toMinor(Number(asked), currency);
  throw new RangeError(
    `Expected \`${name}\` to be an amount (12.50), got ${JSON.stringify(asked)}`,
  );
}

function numberOf(name: string, asked: string | undefined, most: number): number | undefined {
  if (!asked) return undefined;
  const number = /^\d{1,6}$/.test(asked) ? Number(asked) : 0;
  if (number >= 1 && number <= most) return number;
  throw new RangeError(
    `Expected \`${name}\` to be a number from 1 to ${most}, got ${JSON.stringify(asked)}`,
  );
}
