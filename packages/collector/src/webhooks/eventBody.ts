import { type FoldedJourney, isServersWord, toDecimal } from '@cartograph/journey';
import { storedUser } from '../ingest/storedUser.ts';
import { sha256 } from '../security/sha256.ts';
import type { Site } from '../sites/site.ts';
import type { Detected } from './detect.ts';

/**
 * The id of an event: the same whenever and wherever it is detected. A silence is named by its
 * journey and its beginning; an order by its own number, which moves with it from person to person.
 */
export async function eventId(site: Site, { type, journey, stop }: Detected): Promise<string> {
  const order = journey.cart?.order?.id;
  const isAboutOrder = type === 'order.placed' || type === 'cart.recovered';
  const about = isAboutOrder ? ['order', order] : [journey.id, stop?.at];
  return `evt_${(await sha256(JSON.stringify([site.id, type, ...about]))).slice(0, 32)}`;
}

/** Whose browser it was: the last that was seen in a journey. A shop's server has none. */
export function visitorOf({ touchpoints }: FoldedJourney): string | undefined {
  return touchpoints.findLast((each) => each.visitor !== '' && !isServersWord(each))?.visitor;
}

interface Known {
  site: Site;
  id: string;
  visitor: string | undefined;
  /** Where the pages are: `https://carts.shop.example`. */
  baseUrl: string;
}

/** What a receiver gets. Amounts are decimal strings, moments ISO 8601 in UTC. */
export async function eventBody(
  { type, journey, at, stop }: Detected,
  { site, id, visitor, baseUrl }: Known,
): Promise<string> {
  const { cart, person } = journey;
  const iso = (moment: number) => new Date(moment).toISOString();
  const money = (minor: number, currency: string) => toDecimal(minor, currency);
  const order = cart?.order;
  return JSON.stringify({
    id,
    type,
    site: site.id,
    at: iso(at),
    journey: journey.id,
    url: `${baseUrl}/sites/${site.id}/journeys/${journey.id}`,
    visitor: visitor ?? null,
    // An address that came in unhashed long ago does not go out.
    user: person.startsWith('u:') ? await storedUser(site.id, person.slice(2)) : null,
    step: stop?.step ?? cart?.deepest ?? null,
    stoppedAt: stop ? iso(stop.at) : null,
    cart: cart
      ? {
          currency: cart.currency,
          amount: money(cart.amount, cart.currency),
          emptied: cart.emptiedAt !== undefined,
          lines: cart.lines.map(({ price, ...line }) => ({
            ...line,
            ...(price !== undefined && { price: money(price, cart.currency) }),
          })),
        }
      : null,
    order: order
      ? {
          id: order.id,
          at: iso(order.at),
          confirmed: order.confirmed,
          currency: order.currency,
          amount: money(order.amount, order.currency),
        }
      : null,
  });
}
