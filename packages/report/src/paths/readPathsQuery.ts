/** Which marks of a trail are steps of a path: all, only the pages seen, or only what was done on them. */
export const MARKS = ['all', 'pages', 'actions'] as const;

export type Marks = (typeof MARKS)[number];

/** What the paths are asked for. */
export interface PathsQuery {
  /** Where they begin, or where they lead to: a step. Else they begin where journeys begin. */
  root?: { direction: 'from' | 'to'; step: string };
  /** Steps shown, the first one included. */
  depth: number;
  marks: Marks;
}

export const DEPTHS = { least: 2, usual: 5, most: 10 } as const;

/** Characters of a step's name: a type and a path. */
const MAX_STEP_CHARS = 2100;

/**
 * Reads what an address asks: `?from_step=add_to_cart` or `?to_step=purchase`, `?depth=5`,
 * `?marks=pages`. Steps are as for `markMatcher`.
 *
 * @throws {RangeError} Saying what was expected. Fit to be shown.
 */
export function readPathsQuery(asked: Readonly<Record<string, string | undefined>>): PathsQuery {
  const { from_step: from, to_step: to } = asked;
  if (from && to) {
    throw new RangeError(
      `Expected \`from_step\` or \`to_step\`, got both: ${JSON.stringify(from)} and ${JSON.stringify(to)}`,
    );
  }
  const step = from || to;
  if (step && step.length > MAX_STEP_CHARS) {
    throw new RangeError(
      `Expected a step of at most ${MAX_STEP_CHARS} characters, got ${step.length}`,
    );
  }
  return {
    ...(step && { root: { direction: from ? 'from' : 'to', step } }),
    depth: readDepth(asked.depth),
    marks: readMarks(asked.marks),
  };
}

function readDepth(asked: string | undefined): number {
  if (!asked) return DEPTHS.usual;
  const depth = /^\d{1,2}$/.test(asked) ? Number(asked) : 0;
  if (depth >= DEPTHS.least && depth <= DEPTHS.most) return depth;
  throw new RangeError(
    `Expected \`depth\` to be a number from ${DEPTHS.least} to ${DEPTHS.most}, got ${JSON.stringify(asked)}`,
  );
}

function readMarks(asked: string | undefined): Marks {
  const marks = MARKS.find((each) => each === (asked || 'all'));
  if (marks) return marks;
  throw new RangeError(
    `Expected \`marks\` to be ${MARKS.join(' or ')}, got ${JSON.stringify(asked)}`,
  );
}
