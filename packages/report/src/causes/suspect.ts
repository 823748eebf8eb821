import type { Money } from '../money.ts';
import { personsOf } from '../persons/personsOf.ts';
import type { Estimate, Group } from './causesReport.ts';
import { withExposed } from './kinds.ts';
import type { Adjusted } from './mantelHaenszel.ts';
import { plainRatio } from './plainRatio.ts';
import type { Exposure, RiskSet } from './riskSet.ts';
import { compare, rest, type Strata } from './strata.ts';

/** A candidate while it is looked into. */
export interface Suspect {
  what: string;
  above: Money | undefined;
  at: RiskSet;
  /** By device, new or returning, and channel. */
  strata: Strata;
  exposure: Exposure;
  /** What the carts of persons with several are: see `withExposed`. */
  kinds: Int32Array;
  exposed: Group;
  /** Persons that the exposed carts are of, and those of them that stopped. */
  persons: Group;
  unexposed: Group;
  crude: Estimate | null;
  /** Among carts alike in the strata; nothing else that was met is held equal. */
  alone: Adjusted | null;
}

export function suspectOf(
  at: RiskSet,
  strata: Strata,
  { what, exposure, above }: { what: string; exposure: Exposure; above?: Money },
): Suspect {
  const exposed = { carts: exposure.carts.length, stopped: 0 };
  for (const cart of exposure.carts) exposed.stopped += at.stopped[cart]!;
  const unexposed = rest(at.total, exposed);
  const kinds = withExposed(at.kinds, at.clusters, exposure.carts);
  const left = exposure.carts.filter((cart) => at.stopped[cart] === 1);
  return {
    what,
    above,
    at,
    strata,
    exposure,
    kinds,
    exposed,
    persons: {
      carts: personsOf(exposure.carts, at.clusters),
      stopped: personsOf(left, at.clusters),
    },
    unexposed,
    crude: plainRatio({ exposed, unexposed }, at, kinds),
    alone: compare(strata, at, exposure.carts),
  };
}
