import * as v from 'valibot';
import { alertTypeOf } from '../alertType.ts';
import { LIMITS } from '../limits.ts';
import type { CustomParams } from '../params.ts';
import type { Device, Touchpoint } from '../touchpoint.ts';
import { country, epochMs, id, key, name, sequence, text, url, userId } from './fields.ts';
import { isRecord, parseParams, show } from './params.ts';

export interface TouchpointSender {
  /** It has a secret key, and may say what nobody else may. */
  trusted: boolean;
}

/** A touchpoint as it came, with whose it is where it says so itself. */
export interface ParsedTouchpoint extends Touchpoint {
  visitor?: string;
  user?: string;
  device?: Device;
  country?: string;
}

export type ParseResult =
  | { ok: true; touchpoint: ParsedTouchpoint; complaints: readonly string[] }
  | { ok: false; id: string | null; reason: string };

type Fields = readonly (readonly [field: string, schema: v.GenericSchema])[];

const REQUIRED: Fields = Object.entries({ id, type: name, at: epochMs });

const OPTIONAL: Fields = Object.entries({
  seq: sequence,
  url,
  referrer: url,
  title: text(LIMITS.textChars),
});

/** Servers, tills and call centres speak for others and vouch for what they say. */
const TRUSTED: Fields = [
  ...OPTIONAL,
  ...Object.entries({
    visitor: key(LIMITS.visitorChars),
    user: userId(LIMITS.userChars),
    channel: name,
    confirmed: v.boolean('true or false'),
    device: v.picklist(['desktop', 'mobile', 'tablet'], 'desktop, mobile or tablet'),
    country,
  }),
];

/**
 * One touchpoint out of whatever came. Without a good `id`, `type` and `at` it is refused; any other
 * field that makes no sense is left out, with a complaint that says what was expected and what came.
 *
 * @param sender.chars Length of the text that it came in: where all of that is short enough, so is this.
 */
export function parseTouchpoint(
  input: unknown,
  { trusted, chars = Number.POSITIVE_INFINITY }: TouchpointSender & { chars?: number },
): ParseResult {
  if (!isRecord(input)) return refuse(null, `expected a touchpoint object, got ${show(input)}`);

  const fields: Record<string, unknown> = {};
  for (const [field, schema] of REQUIRED) {
    const result = v.safeParse(schema, input[field]);
    if (!result.success) {
      return refuse(
        typeof input.id === 'string' ? input.id.slice(0, LIMITS.visitorChars) : null,
        `${field}: expected ${result.issues[0].message}, got ${show(input[field])}`,
      );
    }
    fields[field] = result.output;
  }

  const complaints: string[] = [];
  const complain = (reason: string) => void complaints.push(reason);
  for (const [field, schema] of trusted ? TRUSTED : OPTIONAL) {
    const value = input[field];
    if (value === undefined || value === null || value === '') continue;
    const result = v.safeParse(schema, value);
    if (result.success) fields[field] = result.output;
    else complain(`${field}: expected ${result.issues[0].message}, got ${show(value)}`);
  }

  const params = parseParams(fields.type as string, input.params, complain);
  const place = placeIn(params, fields.url);
  if (params && place !== undefined) {
    delete params.page_location;
    fields.url = place;
  }
  // A tracker has no room for the words of many languages.
  if (
    fields.type === 'alert' &&
    params &&
    !params.alert_type &&
    typeof params.message === 'string'
  ) {
    params.alert_type = alertTypeOf(params.message);
  }
  const touchpoint = { seq: 0, ...fields, ...(params && { params }) } as ParsedTouchpoint;
  const size = chars > LIMITS.touchpointChars ? JSON.stringify(touchpoint).length : chars;
  if (size > LIMITS.touchpointChars) {
    return refuse(
      touchpoint.id,
      `too_large: expected at most ${LIMITS.touchpointChars} characters, got ${size}`,
    );
  }
  return { ok: true, touchpoint, complaints };
}

/**
 * Which page a touchpoint is about, where that is another than the one it was told on: GA4's own param
 * says so, as an address or a part of one.
 */
function placeIn(params: CustomParams | undefined, base: unknown): string | undefined {
  const told = params?.page_location;
  if (typeof told !== 'string') return undefined;
  return (URL.parse(told, typeof base === 'string' ? base : undefined) ?? undefined)?.href;
}

function refuse(id: string | null, reason: string): ParseResult {
  return { ok: false, id, reason };
}
