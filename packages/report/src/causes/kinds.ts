import type { Clusters } from '../persons/clusters.ts';

/** What a cart of a step can be: `1` for one that stopped, `2` more for an exposed one. */
export const KINDS = 4;

/** A cart that is looked at elsewhere. */
export const ELSEWHERE = KINDS;

/** Of each cart of the clusters, place by place, what it is, where these are exposed. */
export function withExposed(
  unexposed: Int32Array,
  { places }: Clusters,
  exposed: readonly number[],
): Int32Array {
  const kinds = unexposed.slice();
  if (kinds.length === 0) return kinds;
  for (const cart of exposed) {
    const place = places[cart]!;
    if (place >= 0) kinds[place]! += 2;
  }
  return kinds;
}

export function isExposed(kind: number): boolean {
  return kind === 2 || kind === 3;
}
