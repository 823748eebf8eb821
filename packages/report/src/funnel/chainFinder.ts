/** How far a journey got along a funnel. */
export interface Chain {
  /** Required steps done. */
  level: number;
  /** Steps done, by their place in the funnel: optional ones may be missing. */
  steps: readonly number[];
  /** The mark that each was, by its place in the trail. */
  places: readonly number[];
}

export interface ChainOptions {
  /** For each step of the funnel whether it may be skipped. The first may not. */
  optional: readonly boolean[];
  /** Longest time from the first step to the last, in seconds. */
  windowSeconds: number;
  /** Nothing else may come between the steps. */
  isStrict: boolean;
}

/** Bit of a mark that ends a chain. Bits below it say which steps a mark is. */
export const ENDS_CHAIN = 1 << 30;

/**
 * Finds the longest chain of steps in a trail: in order, within the window, other marks allowed
 * between; over all marks that a chain could start with. Longest is: most required steps, then
 * most optional ones, then the earliest to start. One mark is one step at most.
 *
 * These are ClickHouse's rules for `windowFunnel`, `strict_order` where nothing may come between, with
 * `strict_once`: https://clickhouse.com/docs/sql-reference/aggregate-functions/parametric-functions#windowfunnel
 *
 * @returns A function of a trail: for each mark the bits of the steps that it is, and when it was, in
 *   seconds. It is `undefined` if the first step was never done.
 */
export function chainFinder({ optional, windowSeconds, isStrict }: ChainOptions) {
  const count = optional.length;
  const width = optional.filter(Boolean).length + 1;
  const levels = optional.map(
    (_, step) => optional.slice(0, step + 1).filter((may) => !may).length,
  );
  // By step and number of optional ones done: the first mark that a chain of these could end with,
  // and the state before.
  const placeOf = new Int32Array(count * width);
  const before = new Int32Array(count * width);

  return (bits: ArrayLike<number>, secondsAt: (place: number) => number): Chain | undefined => {
    let best: Chain | undefined;
    for (let start = 0; start < bits.length; start++) {
      if ((bits[start]! & 1) === 0 || bits[start]! & ENDS_CHAIN) continue;
      const end = follow(start);
      const state = furthest();
      const level = levels[Math.floor(state / width)]!;
      if (
        !best ||
        level > best.level ||
        (level === best.level && doneAt(state) > best.steps.length)
      ) {
        best = chainTo(state, level);
      }
      // A later start finds nothing that this one, which nothing ended, has not.
      if (end === bits.length || best.steps.length === count) break;
    }
    return best;

    /** Follows all chains from a start. Returns where they ended: after the last mark if nothing ended them. */
    function follow(start: number): number {
      placeOf.fill(-1);
      placeOf[0] = start;
      const latest = secondsAt(start) + windowSeconds;
      for (let place = start + 1; place < bits.length; place++) {
        const bit = bits[place]!;
        if (bit & ENDS_CHAIN || secondsAt(place) > latest) return place;
        const isNext = bit > 1 && extend(bit, place);
        if (isStrict && !isNext) return place;
      }
      return bits.length;
    }

    /** Adds a mark to every chain that it is the next step of. Last steps first: one mark is one step. */
    function extend(bit: number, place: number): boolean {
      let isNext = false;
      for (let step = count - 1; step > 0; step--) {
        if ((bit & (1 << step)) === 0) continue;
        for (let from = step - 1; from >= 0; from--) {
          for (let extra = 0; extra < width; extra++) {
            const state = from * width + extra;
            if (placeOf[state]! < 0 || (isStrict && placeOf[state] !== place - 1)) continue;
            const next = step * width + extra + (optional[step] ? 1 : 0);
            if (placeOf[next]! >= 0) continue;
            placeOf[next] = place;
            before[next] = state;
            isNext = true;
          }
          if (!optional[from]) break;
        }
      }
      return isNext;
    }
  };

  function furthest(): number {
    let best = 0;
    for (let state = 1; state < placeOf.length; state++) {
      if (placeOf[state]! < 0) continue;
      const better =
        levels[Math.floor(state / width)]! - levels[Math.floor(best / width)]! ||
        (state % width) - (best % width) ||
        placeOf[best]! - placeOf[state]!;
      if (better > 0) best = state;
    }
    return best;
  }

  function doneAt(state: number): number {
    return levels[Math.floor(state / width)]! + (state % width);
  }

  function chainTo(state: number, level: number): Chain {
    const steps: number[] = [];
    const places: number[] = [];
    for (let at = state; ; at = before[at]!) {
      steps.push(Math.floor(at / width));
      places.push(placeOf[at]!);
      if (at === 0) return { level, steps: steps.reverse(), places: places.reverse() };
    }
  }
}
