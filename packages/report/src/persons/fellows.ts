import { type Clusters, clustersOf } from './clusters.ts';
import { several } from './several.ts';

/** What is remembered of the carts of a part, so that those of one person can be told over all parts. */
export interface Owned {
  /** Of each cart, whose it is: see `personNumber`. */
  persons: Float64Array;
  /** Of each cart, the group of its part that it is in. */
  kinds: Int32Array;
  groups: readonly unknown[];
}

/** The carts of persons with several, and the group of each: by its number among those of all parts. */
export interface Fellows {
  clusters: Clusters;
  kinds: Int32Array;
}

export function fellows(parts: readonly Owned[]): Fellows {
  const { of, persons } = several(parts.map((part) => part.persons));
  const clusters = clustersOf({ of, persons });
  const kinds = new Int32Array(of.length);
  let [carts, groups] = [0, 0];
  for (const part of parts) {
    for (let cart = 0; cart < part.kinds.length; cart++) {
      kinds[carts + cart] = groups + part.kinds[cart]!;
    }
    carts += part.kinds.length;
    groups += part.groups.length;
  }
  return { clusters, kinds: clusters.carts.map((cart) => kinds[cart]!) };
}
