import * as v from 'valibot';
import { LIMITS } from '../limits.ts';
import type { BatchAnswer } from '../touchpoint.ts';
import { epochMs, key, userId } from './fields.ts';
import { isRecord, show } from './params.ts';
import { type ParsedTouchpoint, parseTouchpoint, type TouchpointSender } from './touchpoint.ts';

export interface ParsedBatch {
  site: string;
  sentAt: number | undefined;
  /** `''` when a browser keeps no id: whoever stores it makes one for the day. */
  visitor: string | undefined;
  user: string | undefined;
  consent: 'granted' | 'denied' | undefined;
  /** The browser says that a program drives it. */
  webdriver?: true;
  touchpoints: readonly ParsedTouchpoint[];
  rejected: BatchAnswer['rejected'];
  adjusted: NonNullable<BatchAnswer['adjusted']>;
}

export type BatchResult = { ok: true; batch: ParsedBatch } | { ok: false; error: string };

const SITE = key(LIMITS.visitorChars);
const SENT_AT = v.optional(epochMs);
const VISITOR = v.optional(key(LIMITS.visitorChars));
/** Empty, where the browser keeps no id. */
const BROWSER = v.union([v.literal(''), key(LIMITS.visitorChars)], 'an id');
const USER = userId(LIMITS.userChars);
const CONSENT = v.nullish(v.picklist(['granted', 'denied'], '"granted" or "denied"'));

/** Whose batch it is. Servers may leave to each touchpoint what a browser must say. */
const HEAD_OF_SERVER = v.object({
  site: SITE,
  sentAt: SENT_AT,
  visitor: VISITOR,
  consent: CONSENT,
});
const HEAD_OF_BROWSER = v.object({
  site: SITE,
  sentAt: epochMs,
  visitor: BROWSER,
  consent: CONSENT,
});

/**
 * A batch out of a request's text. What it is a batch *of* is judged one by one: a bad touchpoint
 * is named among `rejected` and costs its neighbours nothing.
 *
 * A browser's batch must say its `sentAt` and its `visitor`, which is empty where it keeps no id; a
 * trusted sender may say `visitor` or `user` with each touchpoint instead. A `user` that is no id
 * (`guest`, `null`, …) is left out and named among `adjusted`, with the first touchpoint's id.
 */
export function parseBatch(text: string, sender: TouchpointSender): BatchResult {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    return { ok: false, error: `Expected a batch as JSON: ${(error as Error).message}` };
  }
  if (!isRecord(input)) return { ok: false, error: `Expected a batch object, got ${show(input)}` };

  const { touchpoints } = input;
  if (!Array.isArray(touchpoints)) {
    return { ok: false, error: `touchpoints: expected a list, got ${show(touchpoints)}` };
  }
  if (touchpoints.length > LIMITS.batchTouchpoints) {
    return {
      ok: false,
      error: `touchpoints: expected at most ${LIMITS.batchTouchpoints}, got ${touchpoints.length}`,
    };
  }

  const head = v.safeParse(
    sender.trusted ? HEAD_OF_SERVER : HEAD_OF_BROWSER,
    // Named one by one, so that a missing field is told like a wrong one.
    {
      site: input.site,
      sentAt: input.sentAt,
      visitor: input.visitor,
      consent: input.consent,
    },
  );
  if (!head.success) {
    const [{ path, message }] = head.issues;
    const field = String(path?.[0]?.key);
    return { ok: false, error: `${field}: expected ${message}, got ${show(input[field])}` };
  }
  const { site, sentAt, visitor, consent } = head.output;
  const isCookieless = !sender.trusted && visitor === '';
  const told = input.user ?? undefined;
  const userResult = told === undefined ? undefined : v.safeParse(USER, told);
  const user = userResult?.success ? userResult.output : undefined;

  const kept: ParsedTouchpoint[] = [];
  const rejected: { id: string | null; reason: string }[] = [];
  const adjusted: { id: string; reason: string }[] = [];
  const from = { ...sender, chars: text.length };
  for (const item of touchpoints as unknown[]) {
    const result = parseTouchpoint(item, from);
    if (!result.ok) {
      rejected.push({ id: result.id, reason: result.reason });
    } else if (
      !isCookieless &&
      !(visitor ?? user ?? result.touchpoint.visitor ?? result.touchpoint.user)
    ) {
      rejected.push({
        id: result.touchpoint.id,
        reason: 'expected a `visitor` or a `user`, got neither',
      });
    } else {
      kept.push(result.touchpoint);
      for (const reason of result.complaints) adjusted.push({ id: result.touchpoint.id, reason });
    }
  }
  const [first] = kept;
  if (first && userResult?.success === false) {
    const [{ message }] = userResult.issues;
    adjusted.unshift({ id: first.id, reason: `user: expected ${message}, got ${show(told)}` });
  }
  return {
    ok: true,
    batch: {
      site,
      sentAt,
      visitor,
      user,
      consent: consent ?? undefined,
      ...(input.webdriver === true && { webdriver: true }),
      touchpoints: kept,
      rejected,
      adjusted,
    },
  };
}
