import type { Step } from '@cartograph/journey';
import { type CountedCart, isLeft } from '../countedCarts.ts';
import type { Group } from './causesReport.ts';

/** The carts that came to a step and are settled, by number. */
export interface RiskSet {
  step: Step;
  carts: readonly CountedCart[];
  /** 1 for a cart that was left behind with this as its deepest step. */
  stopped: Uint8Array;
  total: Group;
  /** Carts that got further without it. */
  skipped: number;
  /** Which carts met what at this step. */
  met: ReadonlyMap<string, Exposure>;
}

/** Carts that met something, by number, and for each of them when, and how large it was. */
export interface Exposure {
  carts: number[];
  /** First time, epoch milliseconds. */
  at: number[];
  /** Minor units; only of what has a size. */
  size: (number | undefined)[];
}

/**
 * Who could have met something at each step, and who did.
 *
 * An open cart is neither stopped nor gone on, so it is left out; an emptied one has not stopped, as
 * everywhere. A direct order never had a cart to be left.
 */
export function riskSets(counted: readonly CountedCart[], order: readonly Step[]): RiskSet[] {
  const sets = order.map(emptySet);
  const places = new Map(order.map((step, place) => [step, place]));
  for (const each of counted) {
    const { cart, state } = each;
    if (state === 'open' || cart.direct) continue;
    // Goods can be seen in a cart before any step is told.
    const deepest = cart.deepest ?? 'cart';
    const steps: readonly { step: Step }[] = cart.deepest ? cart.steps : IN_CART;
    for (const { step } of steps) {
      const set = sets[places.get(step)!]!;
      set.carts.push(each);
      set.stopped.push(step === deepest && isLeft(each) ? 1 : 0);
    }
    const isHere = (set: { carts: CountedCart[] }) => set.carts.at(-1) === each;
    const passed = state === 'ordered' ? sets.length : places.get(deepest)!;
    for (let place = 0; place < passed; place++) {
      const set = sets[place]!;
      if (!isHere(set)) set.skipped++;
    }
    for (const { what, step, at, size } of cart.met) {
      const set = sets[places.get(step) ?? -1];
      if (!set || !isHere(set)) continue;
      const exposure = set.met.get(what) ?? { carts: [], at: [], size: [] };
      set.met.set(what, exposure);
      exposure.carts.push(set.carts.length - 1);
      exposure.at.push(at);
      exposure.size.push(size);
    }
  }
  return sets.map((set) => ({
    ...set,
    stopped: Uint8Array.from(set.stopped),
    total: {
      carts: set.carts.length,
      stopped: set.stopped.reduce((sum, one) => sum + one, 0),
    },
  }));
}

const IN_CART = [{ step: 'cart' }];

function emptySet(step: Step) {
  return {
    step,
    carts: [] as CountedCart[],
    stopped: [] as number[],
    skipped: 0,
    met: new Map<string, Exposure>(),
  };
}
