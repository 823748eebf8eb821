import { describe, expect, it } from 'vitest';
import { heardAt, QUARTER_MS, type Received, silentSince } from '../../src/watch/silence.ts';
import { HOUR, NOW } from '../touchpoints.ts';

const DAY = 24 * HOUR;

/** A site that is heard of every quarter of an hour within the hours of a day. */
function open(days: number, [from, to]: [hour: number, hour: number]): Received | undefined {
  let received: Received | undefined;
  for (let at = NOW - days * DAY; at <= NOW; at += QUARTER_MS) {
    const hour = (at % DAY) / HOUR;
    if (hour >= from && hour < to) received = heardAt(received, at);
  }
  return received;
}

describe(silentSince.name, () => {
  it.each([
    ['never quiet, for two hours', open(7, [0, 24]), 2 * HOUR, false],
    ['never quiet, for more', open(7, [0, 24]), 2 * HOUR + 1, true],
    // From 19:45 to 8:00 are 12¼ hours.
    ['that sleeps at night, for a night', open(7, [8, 20]), 13 * HOUR, false],
    ['that sleeps at night, for a day and a half', open(7, [8, 20]), 36 * HOUR, false],
    ['that sleeps at night, for longer than three of them', open(7, [8, 20]), 37 * HOUR, true],
    ['heard of for less than a day', open(0.9, [0, 24]), 30 * DAY, false],
    ['never heard of', undefined, 30 * DAY, false],
  ])('a site %s: after %i ms, silent is %s', (_, received, afterMs, expected) => {
    const lastAt = received?.lastAt ?? NOW;
    const since = silentSince(received, lastAt + afterMs);
    expect(since).toBe(expected ? lastAt : undefined);
  });

  it('forgets the gaps of more than a week ago', () => {
    const outage = heardAt(heardAt(undefined, NOW - 20 * DAY), NOW - 8 * DAY);
    let received = outage;
    for (let at = NOW - 8 * DAY; at <= NOW; at += QUARTER_MS) received = heardAt(received, at);
    expect(received.quarters.length).toBeLessThanOrEqual(7 * 24 * 4);
    expect(silentSince(received, NOW + 3 * HOUR)).toBe(NOW);
  });

  it('does not forget a site’s ways while it is silent', () => {
    expect(silentSince(open(7, [0, 24]), NOW + 90 * DAY)).toBe(NOW);
  });
});
