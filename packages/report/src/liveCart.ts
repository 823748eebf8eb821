import type { CartState, Step } from '@cartograph/journey';

/** A cart that moved just now. */
export interface LiveCart {
  /** Id of the journey. */
  journey: string;
  person: string;
  state: CartState;
  /** The deepest step that was done. */
  step: Step;
  /** Decimal string in major units. */
  amount: string;
  currency: string;
  /** When the shopper was last seen: ISO 8601, UTC. */
  lastAt: string;
  /** Type of the last touchpoint. */
  lastType: string;
}
