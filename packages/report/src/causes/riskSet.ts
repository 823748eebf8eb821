import type { Step } from '@cartograph/journey';
import { type CountedCart, isLeft } from '../countedCarts.ts';
import type { Group } from './causesReport.ts';
import { type RiskCart, riskCart } from './riskCart.ts';

/** The carts that came to a step and are settled, by number. */
export interface RiskSet {
  step: Step;
  carts: readonly RiskCart[];
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

/** The carts of a part of the period that came to a step and are settled. */
export interface SetPart {
  carts: RiskCart[];
  stopped: number[];
  met: Map<string, Exposure>;
}

/**
 * Who could have met something at each step, and who did.
 *
 * An open cart is neither stopped nor gone on, so it is left out; an emptied one has not stopped, as
 * everywhere. A direct order never had a cart to be left.
 */
export function setParts(counted: readonly CountedCart[]): ReadonlyMap<Step, SetPart> {
  const sets = new Map<Step, SetPart>();
  for (const each of counted) {
    const { cart, state } = each;
    if (state === 'open' || cart.direct) continue;
    const known = riskCart(each);
    // Goods can be seen in a cart before any step is told.
    const deepest = cart.deepest ?? 'cart';
    const steps: readonly { step: Step }[] = cart.deepest ? cart.steps : IN_CART;
    for (const { step } of steps) {
      const set: SetPart = sets.get(step) ?? { carts: [], stopped: [], met: new Map() };
      sets.set(step, set);
      set.carts.push(known);
      set.stopped.push(step === deepest && isLeft(each) ? 1 : 0);
    }
    for (const { what, step, at, size } of cart.met) {
      const set = sets.get(step);
      if (!set || set.carts.at(-1) !== known) continue;
      const exposure = set.met.get(what) ?? { carts: [], at: [], size: [] };
      set.met.set(what, exposure);
      exposure.carts.push(set.carts.length - 1);
      exposure.at.push(at);
      exposure.size.push(size);
    }
  }
  return sets;
}

const IN_CART = [{ step: 'cart' }];

/** The parts of one step put together. */
export function riskSet(step: Step, parts: readonly SetPart[], skipped: number): RiskSet {
  const carts = parts.flatMap((part) => part.carts);
  const stopped = Uint8Array.from(parts.flatMap((part) => part.stopped));
  const met = new Map<string, Exposure>();
  let before = 0;
  for (const part of parts) {
    for (const [what, exposure] of part.met) {
      const all = met.get(what) ?? { carts: [], at: [], size: [] };
      met.set(what, all);
      exposure.carts.forEach((cart, place) => {
        all.carts.push(before + cart);
        all.at.push(exposure.at[place]!);
        all.size.push(exposure.size[place]);
      });
    }
    before += part.carts.length;
  }
  const total = { carts: carts.length, stopped: stopped.reduce((sum, one) => sum + one, 0) };
  return { step, carts, stopped, total, skipped, met };
}
