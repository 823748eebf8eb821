import type { Several } from './several.ts';

/** Carts (or journeys) by their number, of those persons only who have several. */
export interface Clusters {
  /** Person by person. */
  carts: Int32Array;
  /** Where each person's begin in `carts`; one more for the end of the last. */
  starts: Int32Array;
  /** Of each cart its place in `carts`, `-1` where its person has no other one. */
  places: Int32Array;
  /** Of each cart in `carts`, place by place, its person's number. */
  persons: Int32Array;
}

/** @param several Of these carts, or of more that they are some of: who has one of them is left out. */
export function clustersOf({ of, persons }: Several): Clusters {
  const ends = new Int32Array(persons);
  for (const person of of) if (person >= 0) ends[person]!++;
  const numbers = new Int32Array(persons);
  const starts: number[] = [];
  let all = 0;
  for (let person = 0; person < persons; person++) {
    const size = ends[person]!;
    ends[person] = size > 1 ? all : -1;
    if (size < 2) continue;
    numbers[person] = starts.length;
    starts.push(all);
    all += size;
  }
  starts.push(all);
  const carts = new Int32Array(all);
  const owners = new Int32Array(all);
  const places = new Int32Array(of.length).fill(-1);
  for (let cart = 0; cart < of.length; cart++) {
    const person = of[cart]!;
    if (person < 0 || ends[person]! < 0) continue;
    const place = ends[person]!++;
    carts[place] = cart;
    owners[place] = numbers[person]!;
    places[cart] = place;
  }
  return { carts, starts: Int32Array.from(starts), places, persons: owners };
}
