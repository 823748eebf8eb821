import { shared } from '../persons/shared.ts';
import type { Group } from './causesReport.ts';
import { KINDS, withExposed } from './kinds.ts';
import { type Adjusted, influences, mantelHaenszel, scores } from './mantelHaenszel.ts';
import { katzInfluences, type Table } from './riskRatio.ts';
import type { RiskSet } from './riskSet.ts';

/** Carts sorted by what they are alike in. */
export interface Strata {
  /** Of each cart, by its number. */
  of: Int32Array;
  /** Carts of each stratum, by its number, and how many of them stopped. */
  carts: Int32Array;
  stopped: Int32Array;
  /** Of each cart of the step's clusters, place by place: its stratum, and whether it stopped. See `KINDS`. */
  kinds: Int32Array;
}

/** By device, new or returning, and channel. */
export function strataOf(set: RiskSet): Strata {
  const numbers = new Map<string, number>();
  const of = new Int32Array(set.carts.length);
  set.carts.forEach(({ stratum }, cart) => {
    const number = numbers.get(stratum) ?? numbers.size;
    if (number === numbers.size) numbers.set(stratum, number);
    of[cart] = number;
  });
  return counted(of, { size: numbers.size, set });
}

/** Each stratum split in two for every one of `others`: carts that met it, and carts that didn't. */
export function splitBy(
  strata: Strata,
  set: RiskSet,
  others: readonly (readonly number[])[],
): Strata {
  const of = new Int32Array(strata.of.length);
  for (let cart = 0; cart < of.length; cart++) of[cart] = strata.of[cart]! << others.length;
  others.forEach((exposed, place) => {
    for (const cart of exposed) of[cart]! |= 1 << place;
  });
  return counted(of, { size: strata.carts.length << others.length, set });
}

/**
 * The exposed against the others, among carts that are alike. Takes time by the exposed only, and by the
 * carts of persons that have several.
 */
export function compare(strata: Strata, set: RiskSet, exposed: readonly number[]): Adjusted | null {
  const { stopped, clusters } = set;
  const groups = new Map<number, Group>();
  for (const cart of exposed) {
    const number = strata.of[cart]!;
    const group = groups.get(number) ?? { carts: 0, stopped: 0 };
    groups.set(number, group);
    group.carts++;
    group.stopped += stopped[cart]!;
  }
  const tables = [...groups].map(([number, exposed]) => {
    const all = { carts: strata.carts[number]!, stopped: strata.stopped[number]! };
    return { number, exposed, unexposed: rest(all, exposed) };
  });
  const kinds = withExposed(strata.kinds, clusters, exposed);
  const weights = weightsOf(tables);
  const lacking = (influences: (table: Table) => readonly number[]) => {
    const influence = new Float64Array(strata.carts.length * KINDS);
    const weight = new Float64Array(influence.length);
    for (const table of tables) {
      if (table.unexposed.carts === 0) continue;
      influence.set(influences(table), table.number * KINDS);
      weight.set(weights, table.number * KINDS);
    }
    return shared(clusters, kinds, { influence, weight });
  };
  return mantelHaenszel(tables, {
    ratio: (sums) => lacking((table) => influences(table, sums)),
    plain: (table) => lacking(() => katzInfluences(table)),
    score: () => lacking(scores),
  });
}

function weightsOf(tables: readonly Table[]): number[] {
  let [exposed, others] = [0, 0];
  for (const table of tables) {
    if (table.unexposed.carts === 0) continue;
    exposed += table.exposed.carts;
    others += table.unexposed.carts;
  }
  return [1 / others, 1 / others, 1 / exposed, 1 / exposed];
}

/** All but some of them. */
export function rest(all: Group, some: Group): Group {
  return { carts: all.carts - some.carts, stopped: all.stopped - some.stopped };
}

function counted(of: Int32Array, { size, set }: { size: number; set: RiskSet }): Strata {
  const carts = new Int32Array(size);
  const stopped = new Int32Array(size);
  for (let cart = 0; cart < of.length; cart++) {
    carts[of[cart]!]!++;
    stopped[of[cart]!]! += set.stopped[cart]!;
  }
  const { clusters } = set;
  const kinds = set.kinds.map((kind, place) => of[clusters.carts[place]!]! * KINDS + kind);
  return { of, carts, stopped, kinds };
}
