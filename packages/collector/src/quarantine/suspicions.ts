import type { Item, Touchpoint } from '@cartograph/journey';
import { isAllowedOrigin } from '../security/origin.ts';
import type { Suspicion } from './reasons.ts';

/** More than any order is worth, in major units: enough for a house in the smallest currencies. */
const MAX_AMOUNT = 1e10;

const MAX_QUANTITY = 100_000;

/** A tracker keeps what it can't deliver for 7 days; a day more for its clock. */
const MAX_AGE_MS = 8 * 24 * 60 * 60 * 1000;

/**
 * Tells what is odd about one touchpoint of a browser, the gravest first; `''` when nothing is.
 *
 * @param agent What is wrong with the browser as a whole.
 */
export function suspicions({
  agent,
  origins,
  receivedAt,
}: {
  agent: 'bot' | 'webdriver' | undefined;
  origins: readonly string[];
  receivedAt: number;
}): (touchpoint: Pick<Touchpoint, 'at' | 'url' | 'params'>) => Suspicion | '' {
  const known = new Map<string, boolean>();

  return (touchpoint) => {
    if (agent) return agent;
    const place = placeOf(touchpoint.url ?? '');
    const isOnSite =
      known.get(place) ?? (place === '' || isAllowedOrigin(originOf(place), origins));
    known.set(place, isOnSite);
    if (!isOnSite) return 'origin';
    if (hasImpossibleValue(touchpoint)) return 'value';
    return receivedAt - touchpoint.at > MAX_AGE_MS ? 'time' : '';
  };
}

/**
 * The beginning of an address that its origin can be read from: most of a batch have the same. Empty
 * for one that is not of the web (an app's own scheme, say), which tells nothing.
 */
function placeOf(url: string): string {
  return /^https?:\/\/[^/]*/.exec(url)?.[0] ?? '';
}

function originOf(place: string): string {
  return URL.parse(place)?.origin ?? '';
}

function hasImpossibleValue({ params }: Pick<Touchpoint, 'params'>): boolean {
  const items = Array.isArray(params?.items) ? (params.items as Item[]) : [];
  const amounts = [params?.value, ...items.map(({ price }) => price)];
  return (
    amounts.some((amount) => typeof amount === 'number' && amount > MAX_AMOUNT) ||
    items.some(({ quantity }) => (quantity ?? 1) > MAX_QUANTITY)
  );
}
