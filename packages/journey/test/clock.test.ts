import { expect, it } from 'vitest';
import { correctedAt } from '../src/clock.ts';

const MINUTE = 60_000;
const RECEIVED = 1_763_770_000_000;

it.each([
  ['happened and was sent at once', -1000, 0, -1000],
  ['waited three days in a queue', -72 * 60 * MINUTE, 0, -72 * 60 * MINUTE],
  ['travelled for a minute', -MINUTE, -MINUTE, -MINUTE],
  ['came from a clock an hour slow', -61 * MINUTE, -60 * MINUTE, -MINUTE],
  ['came from a clock an hour fast', 59 * MINUTE, 60 * MINUTE, -MINUTE],
  ['came from a clock half a minute fast', 29_000, 30_000, -1000],
  ['came from a clock half a minute fast, and waited', -MINUTE, 30_000, -MINUTE - 30_000],
  ['lies in the future for no reason', 30_000, 0, 0],
])('a touchpoint that %s', (_, at, sentAt, expected) => {
  const corrected = correctedAt({
    at: RECEIVED + at,
    sentAt: RECEIVED + sentAt,
    receivedAt: RECEIVED,
  });
  expect(corrected - RECEIVED).toBe(expected);
});
