import { countryCode } from '@cartograph/journey';
import { partsOf } from './facts.ts';
import type { JourneyFact } from './question.ts';

/** What a report can be cut by. Each names one value; a journey has to have all that are asked for. */
export const SEGMENT_KEYS = [
  'device',
  'channel',
  'country',
  'returning',
  'campaign',
  'landing',
  'item',
] as const;

export type SegmentKey = (typeof SEGMENT_KEYS)[number];

/**
 * A part of all journeys.
 *
 * | Key | Is |
 * | --- | --- |
 * | `device` | `desktop`, `mobile` or `tablet`, of the first touchpoint |
 * | `channel` | the channel group of the visit that it began in: `Paid Search` |
 * | `country` | two letters of ISO 3166-1, of the first touchpoint: `DE` |
 * | `returning` | `new`, or `returning`: the person had an earlier journey |
 * | `campaign` | `utm_campaign` that it began with |
 * | `landing` | path of the page that it began on |
 * | `item` | `item_id` of something in the cart |
 */
export type Segment = Readonly<Partial<Record<SegmentKey, string>>>;

/**
 * The segment that an address asks for.
 *
 * @throws {RangeError} If a value is one that no journey can have. Fit to be shown.
 */
export function readSegment(asked: Readonly<Record<string, string | undefined>>): Segment {
  const segment: Partial<Record<SegmentKey, string>> = {};
  for (const key of SEGMENT_KEYS) {
    const value = asked[key];
    if (!value) continue;
    const fixed = FIXED[key];
    if (fixed && !fixed.includes(value)) {
      throw new RangeError(
        `Expected \`${key}\` to be ${fixed.join(' or ')}, got ${JSON.stringify(value)}`,
      );
    }
    segment[key] = key === 'country' ? countryIn(value) : value;
  }
  return segment;
}

export function inSegment(fact: JourneyFact, segment: Segment): boolean {
  for (const key of SEGMENT_KEYS) {
    const wanted = segment[key];
    if (wanted !== undefined && !segmentValuesOf(fact, key).includes(wanted)) return false;
  }
  return true;
}

/** What a journey is by one key: one value, none where it isn't known, or one for each item. */
export function segmentValuesOf(
  { entry, returning, cart }: JourneyFact,
  key: SegmentKey,
): string[] {
  switch (key) {
    case 'device':
      return entry.device ? [entry.device] : [];
    case 'channel':
      return entry.channelGroup ? [entry.channelGroup] : [];
    case 'country':
      return given(entry.country);
    case 'returning':
      return [returning ? 'returning' : 'new'];
    case 'campaign':
      return given(urlOf(entry.url)?.searchParams.get('utm_campaign'));
    case 'landing':
      return given(urlOf(entry.url)?.pathname);
    case 'item':
      return [...new Set(cart?.lines.map(({ item }) => item))];
  }
}

/** The values that journeys have, by key, the most frequent first. */
export function segmentChoices(
  facts: Iterable<JourneyFact>,
  limit = 20,
): Record<SegmentKey, string[]> {
  const parts = partsOf(facts).map((part) =>
    part.recall({ name: 'segment values', asOf: 0 }, (some) => ({
      counts: valueCounts(some),
      until: Number.POSITIVE_INFINITY,
    })),
  );
  const top = (key: SegmentKey) =>
    [...sumOf(parts.map(({ counts }) => counts.get(key)!))]
      .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
      .slice(0, limit)
      .map(([value]) => value);
  return Object.fromEntries(SEGMENT_KEYS.map((key) => [key, top(key)])) as Record<
    SegmentKey,
    string[]
  >;
}

/** How many journeys have each value, by key. */
function valueCounts(facts: readonly JourneyFact[]): Map<SegmentKey, Map<string, number>> {
  const counts = new Map(SEGMENT_KEYS.map((key) => [key, new Map<string, number>()]));
  for (const fact of facts) {
    for (const key of SEGMENT_KEYS) {
      const known = counts.get(key)!;
      for (const value of segmentValuesOf(fact, key)) known.set(value, (known.get(value) ?? 0) + 1);
    }
  }
  return counts;
}

function sumOf(counts: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const each of counts) {
    for (const [value, n] of each) sums.set(value, (sums.get(value) ?? 0) + n);
  }
  return sums;
}

const FIXED: Partial<Record<SegmentKey, readonly string[]>> = {
  device: ['desktop', 'mobile', 'tablet'],
  returning: ['new', 'returning'],
};

function countryIn(value: string): string {
  const code = countryCode(value);
  if (code !== undefined) return code;
  throw new RangeError(
    `Expected \`country\` to be two letters of ISO 3166-1 such as DE, got ${JSON.stringify(value)}`,
  );
}

function urlOf(url: string | undefined): URL | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url) : undefined;
}

function given(value: string | null | undefined): string[] {
  return value ? [value] : [];
}
