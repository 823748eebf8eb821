import type { Stage, StageStay } from './journey.ts';
import type { Touchpoint } from './touchpoint.ts';

/** Different types that are counted of one stage, and scores that are kept. */
const MAX_TYPES = 40;
const MAX_SCORES = 20;

/** Notes a touchpoint in the stage that the journey is in with it. */
export function noteStay(
  stays: Map<Stage, StageStay>,
  {
    stage,
    touchpoint,
    channelGroup,
  }: { stage: Stage; touchpoint: Touchpoint; channelGroup: string },
): void {
  const { type, at, params } = touchpoint;
  const stay = stays.get(stage) ?? startStay(stage, at);
  stays.set(stage, stay);
  if (type in stay.did || Object.keys(stay.did).length < MAX_TYPES) {
    stay.did[type] = (stay.did[type] ?? 0) + 1;
  }
  if (type === 'web_vital' && params?.rating === 'poor') stay.poorVitals++;
  if (!stay.channels.includes(channelGroup)) stay.channels.push(channelGroup);
  const { score, question } = params ?? {};
  if (type === 'survey' && typeof score === 'number' && stay.scores.length < MAX_SCORES) {
    stay.scores.push({ question: typeof question === 'string' ? question : '', score });
  }
}

/** Adds time to the stage it was spent in, in milliseconds. */
export function spendStay(stays: ReadonlyMap<Stage, StageStay>, stage: Stage, ms: number): void {
  const stay = stays.get(stage);
  if (stay) stay.activeMs += ms;
}

function startStay(stage: Stage, at: number): StageStay {
  // A type is any word, `__proto__` too.
  const did: Record<string, number> = Object.create(null);
  return { stage, at, activeMs: 0, did, poorVitals: 0, channels: [], scores: [] };
}
