import type { Money } from '../money.ts';
import type { Estimate, Group } from './causesReport.ts';
import type { Adjusted } from './mantelHaenszel.ts';
import { riskRatio } from './riskRatio.ts';
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
  exposed: Group;
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
  return {
    what,
    above,
    at,
    strata,
    exposure,
    exposed,
    unexposed,
    crude: riskRatio({ exposed, unexposed }),
    alone: compare(strata, at, exposure.carts),
  };
}
