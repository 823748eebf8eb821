import type { Suspect } from './suspect.ts';

/** How something that was met belongs together with something else met at the step. */
export interface Relation {
  /** Mostly met later, so it may be a consequence. */
  isAfter: boolean;
  /** How much of the association it could account for: how unevenly it is met, times how strong it is. */
  pull: number;
}

/** What comes first in more than this share of the carts that met both is no consequence of the other. */
const MOSTLY = 2 / 3;

/** Relations of `other` to `suspect`, each worked out once. */
export function relations(): (suspect: Suspect, other: Suspect) => Relation {
  const known = new Map<Suspect, { firstAt: Float64Array; to: Map<Suspect, Relation> }>();
  return (suspect, other) => {
    const own = known.get(suspect) ?? { firstAt: firstAtOf(suspect), to: new Map() };
    known.set(suspect, own);
    const relation = own.to.get(other) ?? relate(suspect, { other, firstAt: own.firstAt });
    own.to.set(other, relation);
    return relation;
  };
}

function relate(
  suspect: Suspect,
  { other, firstAt }: { other: Suspect; firstAt: Float64Array },
): Relation {
  let both = 0;
  let later = 0;
  other.exposure.carts.forEach((cart, place) => {
    const at = firstAt[cart]!;
    if (Number.isNaN(at)) return;
    both++;
    if (momentOf(other, place) > at) later++;
  });
  const among = both / suspect.exposed.carts;
  const elsewhere = (other.exposed.carts - both) / suspect.unexposed.carts;
  return {
    isAfter: both > 0 && later / both > MOSTLY,
    pull: Math.abs(among - elsewhere) * other.alone!.z,
  };
}

/** When each cart of the step met it; not a number for those that didn't. */
function firstAtOf(suspect: Suspect): Float64Array {
  const firstAt = new Float64Array(suspect.at.carts.length).fill(Number.NaN);
  suspect.exposure.carts.forEach((cart, place) => {
    firstAt[cart] = momentOf(suspect, place);
  });
  return firstAt;
}

/** A page is slow from its beginning, though it is told when it is left. */
function momentOf({ what, exposure }: Suspect, place: number): number {
  return what.startsWith('poor:') ? 0 : exposure.at[place]!;
}
