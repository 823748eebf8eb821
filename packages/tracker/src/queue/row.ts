import type { Touchpoint } from '@cartograph/journey';
import type { Me } from '../identity.ts';

/** A touchpoint that waits for the collector's answer, with whose it was when it happened. */
export interface Row extends Touchpoint {
  me: Me;
}
