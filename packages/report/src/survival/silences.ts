import { LOST_AFTER_MS } from '@cartograph/journey';
import type { CountedCart } from '../countedCarts.ts';
import type { Question, TrailFact } from '../question.ts';
import type { Spell } from './kaplanMeier.ts';

/** Shorter ones are the time that people read. */
export const SHORTEST_SILENCE_MS = 10 * 60 * 1000;

/** Marks are told in whole seconds. */
const ROUNDING_MS = 1000;

/**
 * The silences of a cart with goods in it and no order, in milliseconds, and whether the shopper
 * came back: to look, to go on or to order.
 *
 * Those of `abandonedAfter` or more are its stops. Shorter ones are read from the trail, which notes
 * the same thing twice in a row only once: there they can look longer than they were. Past 30 days a
 * journey is over, and nobody who comes back is seen to.
 */
export function silencesOf(
  { journey, cart }: Pick<CountedCart, 'journey' | 'cart'>,
  trail: TrailFact['trail'],
  { asOf, abandonedAfterMs }: Pick<Question, 'asOf' | 'abandonedAfterMs'>,
): Spell[] {
  const stops = cart.stops.map(({ at, until }) => ({
    time: Math.min((until ?? asOf) - at, LOST_AFTER_MS),
    happened: until !== undefined,
  }));

  const end = cart.order?.at ?? cart.emptiedAt ?? asOf;
  const moments = trail
    .map(([, seconds]) => journey.startedAt + seconds * 1000)
    .filter((at) => at >= cart.createdAt - ROUNDING_MS && at <= end + ROUNDING_MS);
  const between = moments.slice(1).map((at, place) => at - moments[place]!);
  const short = between
    .filter((time) => time < abandonedAfterMs)
    .map((time) => ({ time, happened: true }));

  return [...short, ...stops].filter(({ time }) => time >= SHORTEST_SILENCE_MS);
}
