/** An order that only one side knows, or that was taken back. */
export interface UnmatchedOrder {
  /** The shop's number, or the touchpoint's id where it has none. */
  order: string;
  /** Id of its journey. */
  journey: string;
  /** When it was first told: ISO 8601, UTC. */
  at: string;
  currency: string;
  /** Decimal string in major units. */
  amount: string;
}

/** Where browsers and the shop's server disagree about orders. */
export interface OrderDifferences {
  unit: 'orders';
  /** ISO 8601, UTC. */
  from: string;
  to: string;
  asOf: string;
  /** Of all orders placed in the period; the lists below may be shorter. */
  counts: { matched: number; unconfirmed: number; unseen: number; cancelled: number };
  /** Told by a browser and never confirmed, the latest first. */
  unconfirmed: readonly UnmatchedOrder[];
  /** Confirmed and never told by a browser. */
  unseen: readonly UnmatchedOrder[];
  /** Taken back by the shop's server. Also in one of the other counts. */
  cancelled: readonly UnmatchedOrder[];
}
