import { LOST_AFTER_MS } from '@cartograph/journey';
import { type CountedCart, ofCarts } from '../countedCarts.ts';
import { partsOf } from '../facts.ts';
import { type Part, unplaced } from '../part.ts';
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
  const stops = cart.stops.flatMap(({ at, until }) =>
    until === undefined ? goingOn(at, asOf) : { time: upTo(until - at), happened: true },
  );

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

/** One that was not heard to end, if it has lasted long enough. */
function goingOn(at: number, asOf: number): Spell[] {
  const time = upTo(asOf - at);
  return time >= SHORTEST_SILENCE_MS ? [{ time, happened: false }] : [];
}

function upTo(time: number): number {
  return Math.min(time, LOST_AFTER_MS);
}

/** Those of all carts whose trail is known, and how many carts that are. */
export function silences(
  trails: Iterable<TrailFact>,
  question: Question,
): { spells: Spell[]; carts: number } {
  const { asOf } = question;
  const spells: Spell[] = [];
  let carts = 0;
  for (const part of partsOf(trails)) {
    const { ended, since, ...known } = silencesIn(part, question);
    carts += known.carts;
    for (const time of ended) spells.push({ time, happened: true });
    for (const at of since) spells.push(...goingOn(at, asOf));
  }
  return { spells, carts };
}

/** Those of a part that ended, by how long they were, and since when the others last. */
function silencesIn(part: Part<TrailFact>, question: Question) {
  const { asOf } = question;
  return ofCarts(unplaced(part), { name: 'silences', question }, (counted) => {
    const ended: number[] = [];
    const since: number[] = [];
    let until = Number.POSITIVE_INFINITY;
    for (const { journey, cart } of counted) {
      for (const { at, until: back } of cart.stops) if (back === undefined) since.push(at);
      const over = { ...cart, stops: cart.stops.filter((stop) => stop.until !== undefined) };
      const spells = silencesOf({ journey, cart: over }, journey.trail, question);
      for (const { time } of spells) ended.push(time);
      // What lies ahead of `asOf` is not known at it.
      for (const [, seconds] of journey.trail) {
        const known = journey.startedAt + seconds * 1000 - ROUNDING_MS;
        if (known > asOf && known < until) until = known;
      }
    }
    const packed = { ended: Float64Array.from(ended), since: Float64Array.from(since) };
    return { ...packed, carts: counted.length, until };
  });
}
