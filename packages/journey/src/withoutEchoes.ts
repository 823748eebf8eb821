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
  if (!touchpoints.some(isGuess)) return touchpoints;

  const echoes = new Set<StoredTouchpoint>();
  for (const [kind, alike] of Map.groupBy(touchpoints, kindOf)) {
    const isOrder = kind === 'purchase';
    const near = isOrder ? NEAR_ORDER_MS : NEAR_MS;
    const told = alike.filter((touchpoint) => !isGuess(touchpoint));
    const used = new Set<StoredTouchpoint>();
    // Guesses come in order, too: what is too old for one is too old for all that follow.
    let oldest = 0;
    for (const guess of alike.filter(isGuess)) {
      while (oldest < told.length && guess.at - told[oldest]!.at > near) oldest++;
      let nearest: StoredTouchpoint | undefined;
      for (let place = oldest; place < told.length; place++) {
        const one = told[place]!;
        if (one.at - guess.at > near) break;
        const isNearer = !nearest || Math.abs(one.at - guess.at) < Math.abs(nearest.at - guess.at);
        if (isNearer && !used.has(one)) nearest = one;
      }
      if (!nearest) continue;

      echoes.add(guess);
      if (!isOrder) used.add(nearest);
    }
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
