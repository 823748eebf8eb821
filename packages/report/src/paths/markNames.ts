import { markMatcher } from './markMatcher.ts';
import type { NumberedTrails } from './numberedTrails.ts';
import { pagePatterns } from './pagePatterns.ts';

/** What marks are called, once pages of one kind are one. */
export interface MarkNames {
  /** By the mark's number: `page_view /p/guitar` is `page_view /p/*`. */
  readonly names: readonly string[];
  /** Names that occur, in most journeys first. */
  readonly common: readonly string[];
  /**
   * Which marks, by number, are what was asked for: a name as it is listed here, or anything that
   * `markMatcher` takes.
   */
  find(asked: string): readonly boolean[];
}

const PAGE = 'page_view ';

/** Groups marks: pages by `pagePatterns`, all else by its own name. */
export function markNames({ marks, counts, parts }: NumberedTrails): MarkNames {
  const views = new Map<string, number>();
  marks.forEach((mark, number) => {
    if (mark.startsWith(PAGE)) views.set(mark.slice(PAGE.length), counts[number]!);
  });
  const patternOf = pagePatterns(views);
  const names = marks.map((mark) =>
    mark.startsWith(PAGE) ? PAGE + patternOf(mark.slice(PAGE.length)) : mark,
  );

  const groups = new Map([...new Set(names)].map((name, group) => [name, group]));
  const groupOf = Int32Array.from(names, (name) => groups.get(name)!);
  const journeys = new Int32Array(groups.size);
  const lastIn = new Int32Array(groups.size).fill(-1);
  let journey = 0;
  for (const { trails, numbers } of parts) {
    const groupIn = Int32Array.from(numbers, (number) => groupOf[number]!);
    const { starts } = trails;
    for (let own = 0; own < trails.journeys; own++, journey++) {
      for (let place = starts[own]!; place < starts[own + 1]!; place++) {
        const group = groupIn[trails.numbers[place]!]!;
        if (lastIn[group] === journey) continue;
        lastIn[group] = journey;
        journeys[group]!++;
      }
    }
  }

  return {
    names,
    common: [...groups]
      .sort(([a, n], [b, m]) => journeys[m]! - journeys[n]! || (a < b ? -1 : 1))
      .map(([name]) => name),
    find: (asked) =>
      groups.has(asked) ? names.map((name) => name === asked) : marks.map(markMatcher(asked)),
  };
}
