import type { Step } from '@cartograph/journey';
import { type CountedCart, isLeft } from '../countedCarts.ts';
import { type Clusters, clustersOf } from '../persons/clusters.ts';
import { personNumber } from '../persons/personNumber.ts';
import type { Group } from './causesReport.ts';
import { type RiskCart, riskCart } from './riskCart.ts';

/** The carts that came to a step and are settled, by number. */
export interface RiskSet {
  step: Step;
  carts: readonly RiskCart[];
  /** 1 for a cart that was left behind with this as its deepest step. */
  stopped: Uint8Array;
  total: Group;
  /** Carts of the same person. */
  clusters: Clusters;
  /** Of each cart in `clusters`, place by place: `1` if it stopped. */
  kinds: Int32Array;
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

/** What is known of a part of the period. */
export interface AtRisk {
  /** Of all its carts that are settled, whose they are: see `personNumber`. */
  persons: number[];
  sets: ReadonlyMap<Step, SetPart>;
}

/** The carts of a part of the period that came to a step and are settled. */
export interface SetPart {
  carts: RiskCart[];
  /** Of each, its place in `persons`. */
  places: number[];
  stopped: number[];
  met: Map<string, Exposure>;
}

/**
 * Who could have met something at each step, and who did.
 *
 * An open cart is neither stopped nor gone on, so it is left out; an emptied one has not stopped, as
 * everywhere. A direct order never had a cart to be left.
 */
export function atRisk(counted: readonly CountedCart[]): AtRisk {
  const persons: number[] = [];
  const sets = new Map<Step, SetPart>();
  for (const each of counted) {
    const { cart, state } = each;
    if (state === 'open' || cart.direct) continue;
    const known = riskCart(each);
    const place = persons.push(personNumber(each.journey.person)) - 1;
    // Goods can be seen in a cart before any step is told.
    const deepest = cart.deepest ?? 'cart';
    const steps: readonly { step: Step }[] = cart.deepest ? cart.steps : IN_CART;
    for (const { step } of steps) {
      const set: SetPart = sets.get(step) ?? { carts: [], places: [], stopped: [], met: new Map() };
      sets.set(step, set);
      set.carts.push(known);
      set.places.push(place);
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
  return { persons, sets };
}

const IN_CART = [{ step: 'cart' }];

/** The parts of one step put together. */
export function riskSet(
  step: Step,
  parts: readonly { set: SetPart; several: Int32Array }[],
  { persons, skipped }: { persons: number; skipped: number },
): RiskSet {
  const carts = parts.flatMap(({ set }) => set.carts);
  const stopped = new Uint8Array(carts.length);
  const of = new Int32Array(carts.length);
  const met = new Map<string, Exposure>();
  let before = 0;
  for (const { set, several } of parts) {
    stopped.set(set.stopped, before);
    for (let cart = 0; cart < set.places.length; cart++) {
      of[before + cart] = several[set.places[cart]!]!;
    }
    for (const [what, exposure] of set.met) {
      const all = met.get(what) ?? { carts: [], at: [], size: [] };
      met.set(what, all);
      exposure.carts.forEach((cart, place) => {
        all.carts.push(before + cart);
        all.at.push(exposure.at[place]!);
        all.size.push(exposure.size[place]);
      });
    }
    before += set.carts.length;
  }
  const total = { carts: carts.length, stopped: stopped.reduce((sum, one) => sum + one, 0) };
  const clusters = clustersOf({ of, persons });
  const kinds = clusters.carts.map((cart) => stopped[cart]!);
  return { step, carts, stopped, total, clusters, kinds, skipped, met };
}
