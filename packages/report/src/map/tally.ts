import type { Met } from './mapReport.ts';

/** Counts what happens in journeys: in how many, and how often. */
export interface Tally {
  /** Once a journey for each thing. */
  add(what: string, times: number): void;
  /** What another one counted, of other journeys. */
  addAll(other: Tally): void;
  all(): Iterable<Met>;
  /** What happened in most journeys first; at most 50. */
  ranked(): Met[];
}

/** Types and messages are any words: a script gone wild makes thousands up. */
const LISTED = 50;

export function tally(): Tally {
  const known = new Map<string, Met>();
  const add = ({ what, journeys, times }: Met) => {
    const met = known.get(what);
    if (met) {
      met.journeys += journeys;
      met.times += times;
    } else {
      known.set(what, { what, journeys, times });
    }
  };
  return {
    add: (what, times) => add({ what, journeys: 1, times }),
    addAll: (other) => {
      for (const met of other.all()) add(met);
    },
    all: () => known.values(),
    ranked: () =>
      [...known.values()]
        .sort((a, b) => b.journeys - a.journeys || (a.what < b.what ? -1 : 1))
        .slice(0, LISTED),
  };
}
