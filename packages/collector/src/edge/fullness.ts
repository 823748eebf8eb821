/** What an object may hold, in GB of 10⁹ bytes. https://developers.cloudflare.com/durable-objects/platform/limits/ */
const OBJECT_GB = 10;

/** From here on an operator has to do something, and still has the time to. */
const FILLING_FROM = 0.8;

export interface Fullness {
  usedBytes: number;
  limitBytes: number;
  /** From 0 to 1. */
  share: number;
  state: 'fine' | 'filling' | 'full';
}

/**
 * How much of an object's room is taken.
 *
 * @param limitGb As configured. @default 10
 */
export function fullness(usedBytes: number, limitGb?: string | number): Fullness {
  const limit = Number(limitGb ?? OBJECT_GB);
  const limitBytes = (limit > 0 ? limit : OBJECT_GB) * 1e9;
  const share = usedBytes / limitBytes;
  const state = share >= 1 ? 'full' : share >= FILLING_FROM ? 'filling' : 'fine';
  return { usedBytes, limitBytes, share, state };
}
