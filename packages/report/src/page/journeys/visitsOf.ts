import {
  channelGroup,
  type Device,
  isServersWord,
  metBy,
  type Stop,
  type StoredTouchpoint,
  VISIT_GAP_MS,
} from '@cartograph/journey';
import { isTrouble } from '../../journeys/isTrouble.ts';

/** One stay at the shop, or what was told of the journey later. */
export interface TimelineVisit {
  /** From 1; `undefined` for what the shop's server told later. */
  number?: number;
  startedAt: number;
  endedAt: number;
  device?: Device;
  /** The channel group that it came by, where that says something. */
  channel?: string;
  /** On another device than the visit before. */
  isElsewhere: boolean;
  lines: readonly Line[];
}

/** One touchpoint, or several that only looked around, and the silence after it. */
export interface Line {
  /** One, or all of a run. */
  entries: readonly Entry[];
  silence?: Silence;
}

export interface Entry {
  touchpoint: StoredTouchpoint;
  /** Something that the shopper suffered from. */
  isTrouble: boolean;
}

export interface Silence {
  /** How long; `undefined` if it goes on. Milliseconds. */
  ms?: number;
  /** If goods were left behind. */
  stop?: Stop;
}

/** Looking around, in which one page is much like another. */
const LOOKING: ReadonlySet<string> = new Set([
  'page_view',
  'view_item',
  'view_item_list',
  'select_item',
  'view_promotion',
]);

/** Fewer in a row than this stay lines of their own. */
const SHORTEST_RUN = 4;

/** A journey as its visits, each in lines that can be read one after the other. */
export function visitsOf(
  touchpoints: readonly StoredTouchpoint[],
  stops: readonly Stop[],
): TimelineVisit[] {
  const steps = withSilences(remarkable(touchpoints), stops);
  const groups: Step[][] = [];
  for (const step of steps) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && step.at - before.lastAt < VISIT_GAP_MS) group.push(step);
    else groups.push([step]);
  }

  let number = 0;
  let device: Device | undefined;
  let channel: string | undefined;
  return groups.map((group) => {
    const [first] = group as [Step, ...Step[]];
    const last = group.at(-1) as Step;
    const isLater = group.every(({ touchpoint }) => isServersWord(touchpoint));
    const now = group.find(({ touchpoint }) => touchpoint.device)?.touchpoint.device;
    const isElsewhere = now !== undefined && device !== undefined && now !== device;
    channel = channelOf(first.touchpoint) ?? channel;
    device = now ?? device;
    if (!isLater) number++;
    return {
      ...(!isLater && { number }),
      startedAt: first.at,
      endedAt: last.lastAt,
      ...(now && { device: now }),
      ...(channel !== undefined && !isLater && { channel }),
      isElsewhere,
      lines: linesOf(group),
    };
  });
}

interface Step extends Entry {
  at: number;
  /** When the last of what was left out after it happened. */
  lastAt: number;
  silence?: Silence;
}

/** A page that is fast needs no line: only what a shopper may have suffered from. */
function remarkable(touchpoints: readonly StoredTouchpoint[]): Step[] {
  const steps: Step[] = [];
  for (const touchpoint of touchpoints) {
    const before = steps.at(-1);
    const goesWithoutSaying =
      touchpoint.type === 'end' ||
      (touchpoint.type === 'web_vital' && touchpoint.params?.rating === 'good');
    if (before && goesWithoutSaying) {
      before.lastAt = touchpoint.at;
      continue;
    }
    const met = metBy(touchpoint);
    const { at } = touchpoint;
    steps.push({ touchpoint, isTrouble: met !== undefined && isTrouble(met), at, lastAt: at });
  }
  return steps;
}

function withSilences(steps: readonly Step[], stops: readonly Stop[]): Step[] {
  return steps.map((step, place) => {
    const next = steps[place + 1];
    const stop = stops.find(({ at }) => at >= step.at && at <= step.lastAt);
    const isHere = stop && (stop.until === undefined ? !next : stop.until === next?.at);
    if (isHere) {
      const { until } = stop;
      return { ...step, silence: { stop, ...(until !== undefined && { ms: until - stop.at }) } };
    }
    const ms = next ? next.at - step.lastAt : 0;
    return ms >= VISIT_GAP_MS ? { ...step, silence: { ms } } : step;
  });
}

function linesOf(steps: readonly Step[]): Line[] {
  const lines: Line[] = [];
  let looking: Step[] = [];
  const flush = () => {
    const runs = looking.length >= SHORTEST_RUN ? [looking] : looking.map((step) => [step]);
    for (const run of runs) lines.push(lineOf(run));
    looking = [];
  };
  for (const step of steps) {
    if (!LOOKING.has(step.touchpoint.type)) {
      flush();
      lines.push(lineOf([step]));
      continue;
    }
    looking.push(step);
    if (step.silence) flush();
  }
  flush();
  return lines;
}

function lineOf(steps: readonly Step[]): Line {
  const silence = steps.at(-1)?.silence;
  return {
    entries: steps.map(({ touchpoint, isTrouble }) => ({ touchpoint, isTrouble })),
    ...(silence && { silence }),
  };
}

/** How a visit came. On the phone or in a store, that is where it was. */
function channelOf(touchpoint: StoredTouchpoint): string | undefined {
  const { channel = 'web' } = touchpoint;
  return channel === 'web' || channel === 'app' ? channelGroup(touchpoint) : channel;
}
