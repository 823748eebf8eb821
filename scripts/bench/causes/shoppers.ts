import type { Random } from '../../seed/random.ts';
import { DEVICES, type Device } from './world.ts';

/** Who a cart is of, and what becomes of them. */
export interface Shopper {
  person: string;
  /** Of all their carts. */
  device?: Device;
  /** Had a cart before. */
  isBack: boolean;
  leaves(step: string, risk: number): boolean;
  meets(thing: string, share: number): boolean;
}

/** How alike the carts of one person are: intraclass correlations, from 0 to 1. */
export interface Habits {
  /** In whether they are left at a step. */
  leaving: number;
  /** In whether they meet a thing: at 0.5 there are some who nearly always do. */
  meeting: number;
}

/** Somebody with this one cart. */
export function stranger(n: number, random: Random): Shopper {
  const chance = (_: string, probability: number) => random.chance(probability);
  return { person: `v:${n}`, isBack: false, leaves: chance, meets: chance };
}

/**
 * Persons with several carts: two in five have one, the mean is 2.6, one in a hundred has more than
 * thirteen, and of a few thousand somebody has forty.
 *
 * The shares are as they would be among strangers. What is correlated is drawn as by Lunn, A. D. and
 * Davies, S. J. (1998), "A note on generating correlated binary variables": with the chance of the root of
 * the correlation a cart goes by what the person drew once, else by a draw of its own.
 *
 * @returns Who the n-th cart is of, asked for in order.
 */
export function crowd(habits: Habits, random: Random): (n: number) => Shopper {
  let left = 0;
  let now: Shopper | undefined;
  return (n) => {
    if (now && left-- > 0) return { ...now, isBack: true };
    left = Math.ceil(random.logNormal({ median: 1.3, sigma: 1 })) - 1;
    now = {
      person: `v:${n}`,
      isBack: false,
      device: random.weighted(DEVICES),
      leaves: habitual(habits.leaving, random),
      meets: habitual(habits.meeting, random),
    };
    return now;
  };
}

function habitual(correlation: number, random: Random) {
  const own = new Map<string, number>();
  return (what: string, probability: number) => {
    if (!random.chance(Math.sqrt(correlation))) return random.chance(probability);
    const drawn = own.get(what) ?? random.between(0, 1);
    own.set(what, drawn);
    return drawn < probability;
  };
}
