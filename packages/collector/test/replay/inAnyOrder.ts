import { createRandom, type Random } from '../../../../scripts/seed/random.ts';
import type { Store } from '../../src/store/store.ts';

/** A store that gives what it has in another order each time, wherever the interface promises none. */
export function inAnyOrder(store: Store): Store {
  const random = createRandom(3);
  const shuffled =
    <Args extends readonly unknown[], T>(read: (...args: Args) => Promise<readonly T[]>) =>
    async (...args: Args): Promise<T[]> =>
      shuffle(await read(...args), random);
  const { carts, orders, journeys, stages, trails, touchpointsOf, late } = store;
  return {
    ...store,
    carts: shuffled(carts),
    orders: shuffled(orders),
    journeys: shuffled(journeys),
    stages: shuffled(stages),
    trails: shuffled(trails),
    touchpointsOf: shuffled(touchpointsOf),
    late: shuffled(late),
  };
}

function shuffle<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((each) => ({ each, key: random.uint32() }))
    .sort((a, b) => a.key - b.key)
    .map(({ each }) => each);
}
