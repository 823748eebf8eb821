import type { PathsReport } from './paths.ts';

/** One flow a line: what came, what came next, and how many went that way. */
export function pathsCsv({ unit, nodes, flows, journeys }: PathsReport): object[] {
  return flows.map(({ source, target, journeys: count }) => {
    const [from, to] = [nodes[source]!, nodes[target]!];
    return {
      unit,
      position: Math.min(from.position, to.position),
      fromKind: from.kind,
      fromStep: from.step,
      toKind: to.kind,
      toStep: to.step,
      journeys: count,
      of: journeys,
    };
  });
}
