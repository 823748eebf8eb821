import type { StoredTouchpoint } from './touchpoint.ts';

/** How long before or after it is told a thing is guessed, in milliseconds. */
const NEAR_MS = 10_000;

/** An order is told when its page has loaded, or by the shop's server: within the visit. */
const NEAR_ORDER_MS = 30 * 60 * 1000;

/** No further apart than this, in milliseconds, are a touchpoint and its echo. */
export const ECHO_REACH_MS = Math.max(NEAR_MS, NEAR_ORDER_MS);

/**
 * Touchpoints without echoes. What a tracker guessed from a page (its params say by what, in
 * `inferred`) is an echo where the shop tells the same kind of thing itself at about the same time:
 * one add to cart, heard twice. Each that is told has one echo, the nearest; an order any number.
 *
 * @param touchpoints Of one person, each once, in order.
 */
export function withoutEchoes(
  touchpoints: readonly StoredTouchpoint[],
): readonly StoredTouchpoint[] {
  const guessed = touchpoints.filter(isGuess);
  if (guessed.length === 0) return touchpoints;

  const echoes = new Set<StoredTouchpoint>();
  const told = Map.groupBy(
    touchpoints.filter((touchpoint) => !isGuess(touchpoint)),
    kindOf,
  );
  const used = new Set<StoredTouchpoint>();
  for (const guess of guessed) {
    const isOrder = guess.type === 'purchase';
    const near = isOrder ? NEAR_ORDER_MS : NEAR_MS;
    const distanceTo = ({ at }: StoredTouchpoint) => Math.abs(at - guess.at);
    const [nearest] = (told.get(kindOf(guess)) ?? [])
      .filter((one) => distanceTo(one) <= near && !used.has(one))
      .sort((a, b) => distanceTo(a) - distanceTo(b));
    if (!nearest) continue;

    echoes.add(guess);
    if (!isOrder) used.add(nearest);
  }
  return touchpoints.filter((touchpoint) => !echoes.has(touchpoint));
}

/** Whether a tracker guessed it from a page. */
export function isGuess({ params }: StoredTouchpoint): boolean {
  return typeof params?.inferred === 'string';
}

/** Steps of a checkout are different things, whatever they have in common. */
function kindOf({ type, params }: StoredTouchpoint): string {
  return type === 'checkout_step' ? `${type} ${params?.step}` : type;
}
