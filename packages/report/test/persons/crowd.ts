import type { JourneyFact } from '../../src/question.ts';
import { carts } from '../causes/carts.ts';

/** What shoppers with several carts are like; numbers from 0 to 1. */
interface Crowd {
  persons: number;
  /** How likely another cart is after each. */
  again: number;
  /** How often a cart is left, and how many times as often one that met `x`. */
  risk: number;
  ratio: number;
}

/** Carts at payment of shoppers with habits: who leaves one leaves the next, who meets `x` meets it again. */
export function crowd(seed: number, { persons, again, risk, ratio }: Crowd): JourneyFact[] {
  const random = generator(seed);
  return Array.from({ length: persons }, (_, person) => {
    const device = random() < 0.5 ? ('mobile' as const) : ('desktop' as const);
    const habit = random();
    const meets = random() < 0.3 ? 0.9 : 0.05;
    const own: JourneyFact[] = [];
    do {
      const met = random() < meets ? ['x'] : [];
      const chance = risk * (device === 'mobile' ? 1.3 : 1) * (met.length > 0 ? ratio : 1);
      const left = (random() < 0.5 ? habit : random()) < chance;
      const channelGroup = random() < 0.5 ? 'Email' : 'Direct';
      own.push(...carts(1, { left, met, device, channelGroup }));
    } while (random() < again);
    return own.map((fact) => ({ ...fact, person: `v:${person}` }));
  }).flat();
}

/** Standard errors by the jackknife: how much figures move as one person after the other is left out. */
export function jackknife(
  facts: readonly JourneyFact[],
  figures: (facts: readonly JourneyFact[]) => readonly number[],
): number[] {
  const persons = [...new Set(facts.map(({ person }) => person))];
  const without = persons.map((one) => figures(facts.filter(({ person }) => person !== one)));
  return without[0]!.map((_, place) => {
    const own = without.map((each) => each[place]!);
    const mean = own.reduce((sum, each) => sum + each, 0) / own.length;
    const squares = own.reduce((sum, each) => sum + (each - mean) ** 2, 0);
    return Math.sqrt((squares * (own.length - 1)) / own.length);
  });
}

/** The same numbers from 0 to 1 every time: Park and Miller's minimal standard. */
export function generator(seed: number): () => number {
  let state = seed * 48271 + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
