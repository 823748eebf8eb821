import type { Clusters } from './clusters.ts';

/** How many persons these carts are of. */
export function personsOf(carts: readonly number[], { places, persons, starts }: Clusters): number {
  if (persons.length === 0) return carts.length;
  const seen = new Uint8Array(starts.length);
  let known = 0;
  for (const cart of carts) {
    const place = places[cart]!;
    const person = place < 0 ? -1 : persons[place]!;
    if (person >= 0 && seen[person] === 1) continue;
    if (person >= 0) seen[person] = 1;
    known++;
  }
  return known;
}
