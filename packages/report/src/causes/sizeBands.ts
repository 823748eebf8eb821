import type { SizeBand } from './causesReport.ts';
import { ELSEWHERE, isExposed } from './kinds.ts';
import { plainRatio } from './plainRatio.ts';
import type { Suspect } from './suspect.ts';

/** Where bands begin, as shares of what the goods cost. */
const STARTS = [0, 0.05, 0.15];

/** A rise of the price by its size: what it does may grow with it. Bands nobody is in are left out. */
export function sizeBands({ what, exposure, kinds, unexposed, at }: Suspect): SizeBand[] {
  if (!what.startsWith('price_rise')) return [];
  const bands = STARTS.map((from, place) => ({
    from,
    to: STARTS[place + 1] ?? null,
    carts: new Set<number>(),
    exposed: { carts: 0, stopped: 0 },
  }));
  exposure.carts.forEach((number, place) => {
    const size = exposure.size[place];
    const { goods } = at.carts[number]!;
    if (size === undefined || goods <= 0) return;
    const { carts, exposed } = bands.findLast(({ from }) => size / goods >= from)!;
    carts.add(number);
    exposed.carts++;
    exposed.stopped += at.stopped[number]!;
  });
  return bands
    .filter(({ exposed }) => exposed.carts > 0)
    .map(({ from, to, carts, exposed }) => {
      const inBand = kinds.map((kind, place) =>
        isExposed(kind) && !carts.has(at.clusters.carts[place]!) ? ELSEWHERE : kind,
      );
      return { from, to, exposed, crude: plainRatio({ exposed, unexposed }, at, inBand) };
    });
}
