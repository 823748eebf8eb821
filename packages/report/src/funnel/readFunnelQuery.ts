import { SEGMENT_KEYS, type SegmentKey } from '../segment.ts';

/** What a funnel is asked with. */
export interface FunnelQuery {
  steps: readonly { step: string; optional: boolean }[];
  /** Ends what was begun: a mark. */
  exclude?: string;
  /** Longest time from the first step to the last, in seconds. Left out: the whole journey. */
  windowSeconds?: number;
  /** `strict`: nothing else may come between. */
  order: FunnelOrder;
  by?: SegmentKey;
  /** Number of the step whose journeys are listed: those that got there, and no further. */
  show?: number;
}

export const ORDERS = ['any', 'strict'] as const;

export type FunnelOrder = (typeof ORDERS)[number];

/** Most steps of a funnel. */
export const MAX_STEPS = 8;

/** The way to an order that shops have in common. */
const USUAL = ['page_view', 'view_item', 'add_to_cart', 'begin_checkout', 'purchase'];

const UNITS: Readonly<Record<string, number>> = { m: 60, h: 3600, d: 86_400 };

/** Characters of a step's name: a type and a path. */
const MAX_STEP_CHARS = 2100;

/**
 * Reads a funnel from an address.
 *
 * | Key | Is |
 * | --- | --- |
 * | `step1` … `step8` | what is to be done, in order, as for `markMatcher`: `page_view /p/*`, `add_to_cart`. Empty ones are left out |
 * | `optional2` … `optional7` | `1`: the step may be skipped. The first and the last may not |
 * | `exclude` | what ends a way that was begun: `alert PAYMENT_ERROR` |
 * | `window` | longest time from the first step to the last: `30m`, `24h`, `7d` |
 * | `order` | `any`: other things may come between; `strict`: nothing may |
 * | `by` | a segment's key: `device` |
 * | `show` | number of a step that is required |
 *
 * @throws {RangeError} Saying what was expected. Fit to be shown.
 */
export function readFunnelQuery(asked: Readonly<Record<string, string | undefined>>): FunnelQuery {
  const { exclude, window, by } = asked;
  const steps = readSteps(asked);
  if (exclude && steps.some(({ step }) => step === exclude)) {
    throw new RangeError(
      `Expected \`exclude\` to be none of the steps, got ${JSON.stringify(exclude)}`,
    );
  }
  const show = asked.show ? readShow(asked.show, steps) : undefined;
  return {
    steps,
    ...(exclude && { exclude: nameOf('exclude', exclude) }),
    ...(window && { windowSeconds: readWindow(window) }),
    order: oneOf('order', asked.order || 'any', ORDERS),
    ...(by && { by: oneOf('by', by, SEGMENT_KEYS) }),
    ...(show !== undefined && { show }),
  };
}

function readSteps(asked: Readonly<Record<string, string | undefined>>): FunnelQuery['steps'] {
  for (const key of ['step', 'optional']) {
    if (asked[key] === undefined) continue;
    throw new RangeError(`Expected \`${key}\` with a number (\`${key}2\`), got \`${key}\``);
  }
  for (const key of Object.keys(asked)) {
    const number = /^(?:step|optional)(\d+)$/.exec(key)?.[1];
    if (number && (Number(number) < 1 || Number(number) > MAX_STEPS)) {
      throw new RangeError(`Expected \`step1\` to \`step${MAX_STEPS}\`, got \`${key}\``);
    }
  }
  const steps = Array.from({ length: MAX_STEPS }, (_, place) => ({
    step: asked[`step${place + 1}`] ?? '',
    optional: readOptional(place + 1, asked[`optional${place + 1}`]),
  })).filter(({ step }) => step !== '');
  if (steps.length === 0) return USUAL.map((step) => ({ step, optional: false }));
  if (steps.length === 1) throw new RangeError('Expected at least 2 steps, got 1');
  for (const place of [0, steps.length - 1]) {
    const { step, optional } = steps[place]!;
    if (optional) {
      throw new RangeError(
        `Expected the first and the last step to be required, got the optional ${JSON.stringify(step)}`,
      );
    }
  }
  steps.forEach(({ step }, place) => {
    nameOf(`step${place + 1}`, step);
  });
  return steps;
}

function readOptional(number: number, asked: string | undefined): boolean {
  if (!asked) return false;
  if (asked === '1') return true;
  throw new RangeError(`Expected \`optional${number}\` to be 1, got ${JSON.stringify(asked)}`);
}

function readWindow(asked: string): number {
  const [, count, unit] = /^(\d{1,4})([mhd])$/.exec(asked) ?? [];
  const seconds = Number(count) * (UNITS[unit ?? ''] ?? 0);
  if (seconds > 0) return seconds;
  throw new RangeError(
    `Expected \`window\` to be minutes, hours or days (30m, 24h, 7d), got ${JSON.stringify(asked)}`,
  );
}

function readShow(asked: string, steps: FunnelQuery['steps']): number {
  const step = /^\d$/.test(asked) ? steps[Number(asked) - 1] : undefined;
  if (step && !step.optional) return Number(asked);
  throw new RangeError(
    `Expected \`show\` to be the number of a step that is required, got ${JSON.stringify(asked)}`,
  );
}

function oneOf<Value extends string>(key: string, asked: string, values: readonly Value[]): Value {
  const value = values.find((each) => each === asked);
  if (value) return value;
  throw new RangeError(
    `Expected \`${key}\` to be ${values.join(' or ')}, got ${JSON.stringify(asked)}`,
  );
}

function nameOf(key: string, asked: string): string {
  if (asked.length <= MAX_STEP_CHARS) return asked;
  throw new RangeError(
    `Expected \`${key}\` to be at most ${MAX_STEP_CHARS} characters, got ${asked.length}`,
  );
}
