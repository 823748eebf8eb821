import { type Cart, type Stop, stopsAsOf } from '@cartograph/journey';
import type { JourneyFact } from '@cartograph/report';
import type { EventType, WebhookEvent } from './webhook.ts';

/** Who was abandoned or ordered longer ago than this when it is noticed is not told of: it is the past. */
export const TOLD_WITHIN_MS = 24 * 60 * 60 * 1000;

/** An event that is to be told, before it has an id. */
export interface Detected {
  type: EventType;
  journey: JourneyFact;
  /** When it happened, in epoch milliseconds. */
  at: number;
  stop?: Stop;
}

interface Cases {
  journeys: readonly JourneyFact[];
  /** What was told of this person before. */
  told: readonly Pick<WebhookEvent, 'type' | 'stopAt' | 'journey'>[];
  now: number;
  abandonedAfterMs: number;
}

/**
 * What is to be told of one person, given what was told. Pure, and true at any moment: however often
 * it is asked and whatever came late, a stop or an order is told once.
 */
export function detect({ journeys, told, now, abandonedAfterMs }: Cases): Detected[] {
  const wasTold = (type: EventType, stopAt: number) =>
    told.some((event) => event.type === type && event.stopAt === stopAt);
  const carts = journeys.flatMap((journey) =>
    journey.cart ? [{ journey, cart: journey.cart }] : [],
  );
  const silences = carts.flatMap(({ journey, cart }) => {
    const stop = silenceNow(cart, now, abandonedAfterMs);
    return stop ? [{ journey, stop }] : [];
  });
  const detected: Detected[] = [];
  const covered = new Set<number>();

  for (const { type, stopAt, journey: about } of told) {
    if (type !== 'cart.abandoned' || stopAt === undefined) continue;
    if (wasTold('cart.resumed', stopAt)) continue;

    const found = carts
      .flatMap(({ journey, cart }) => cart.stops.map((stop) => ({ journey, stop })))
      .find(({ stop }) => stop.at === stopAt);
    if (found) {
      const { journey, stop } = found;
      if (stop.until !== undefined) {
        detected.push({ type: 'cart.resumed', journey, at: stop.until, stop });
      }
      continue;
    }
    // A late touchpoint moved the silence's beginning, and at the moment it was told of, it lasted all
    // the same: that silence has been told.
    const moved = silences.find(
      ({ stop }) => stop.at > stopAt && stop.at < stopAt + abandonedAfterMs,
    );
    if (moved) {
      covered.add(moved.stop.at);
      continue;
    }
    const journey = journeys.find(({ id }) => id === about) ?? at(journeys, stopAt);
    if (journey) {
      const stop: Stop = { at: stopAt, step: journey.cart?.deepest ?? 'cart', amount: 0 };
      detected.push({ type: 'cart.resumed', journey, at: now, stop });
    }
  }

  for (const { journey, stop } of silences) {
    if (covered.has(stop.at) || wasTold('cart.abandoned', stop.at)) continue;
    const abandonedAt = stop.at + abandonedAfterMs;
    if (now - abandonedAt > TOLD_WITHIN_MS) continue;
    detected.push({ type: 'cart.abandoned', journey, at: abandonedAt, stop });
  }

  for (const { journey, cart } of carts) {
    const { order } = cart;
    if (!order || order.cancelled || now - order.at > TOLD_WITHIN_MS) continue;
    detected.push({ type: 'order.placed', journey, at: order.at });
    const stop = cart.stops.at(-1);
    if (stop) detected.push({ type: 'cart.recovered', journey, at: order.at, stop });
  }
  return detected;
}

/** The silence that a cart lies abandoned in. */
function silenceNow(cart: Cart, now: number, abandonedAfterMs: number): Stop | undefined {
  if (cart.order || cart.emptiedAt !== undefined) return undefined;
  const stop = stopsAsOf(cart, now, abandonedAfterMs).at(-1);
  return stop?.until === undefined ? stop : undefined;
}

/** The journey that was under way at a moment. */
function at(journeys: readonly JourneyFact[], moment: number): JourneyFact | undefined {
  return journeys.findLast(({ startedAt }) => startedAt <= moment) ?? journeys.at(0);
}
