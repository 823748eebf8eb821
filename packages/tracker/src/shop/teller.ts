import type { CustomParams } from '@cartograph/journey';
import type { Tracker } from '../tracker.ts';

/** What the shop chunk needs of a tracker. */
export type Recorder = Pick<Tracker, 'track'>;

export interface ShopOptions {
  /** Types of touchpoints, and names of rules (`json-ld`, `generic`, `woocommerce`…), not to be told. */
  off?: readonly string[] | undefined;
  /** Say on the console what was seen, and why. */
  debug?: boolean | undefined;
}

/** A touchpoint that nobody told: its type and params. */
export type Seen = readonly [type: string, params: CustomParams];

/**
 * Tells a touchpoint.
 *
 * @param rule Who inferred it: a platform's preset, or a rule.
 * @param why For people who wonder.
 */
export type Tell = (seen: Seen, rule: string, why: string) => void;

export function createTeller(tracker: Recorder, { off = [], debug = false }: ShopOptions): Tell {
  return ([type, params], rule, why) => {
    const isOff = off.includes(type) || off.includes(rule);
    if (debug) console.debug('[cartograph]', isOff ? 'off:' : '', type, params, `${rule}: ${why}`);
    if (!isOff) tracker.track<string>(type, { ...params, inferred: rule });
  };
}
