import { shared } from '../persons/shared.ts';
import type { Estimate } from './causesReport.ts';
import { katzInfluences, riskRatio, type Table } from './riskRatio.ts';
import type { RiskSet } from './riskSet.ts';

/**
 * How many times as often the exposed stopped, with an interval that knows whose carts they are.
 *
 * @param kinds Of the carts in the step's clusters: see `withExposed`.
 */
export function plainRatio(
  table: Table,
  { clusters }: RiskSet,
  kinds: Int32Array,
): Estimate | null {
  return riskRatio(table, (known) => {
    const [others, own] = [1 / known.unexposed.carts, 1 / known.exposed.carts];
    return shared(clusters, kinds, {
      influence: Float64Array.from([...katzInfluences(known), 0]),
      weight: Float64Array.from([others, others, own, own, 0]),
    });
  });
}
