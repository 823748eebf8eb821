import { LIMITS } from '@cartograph/journey';

export const ORDER_ACTIONS = ['confirm', 'cancel', 'refund'] as const;

export type OrderAction = (typeof ORDER_ACTIONS)[number];

/** What the shop's server says about one order. */
export interface OrderWord {
  /** The shop's order number, as the browser's `purchase` has it. */
  transaction_id: string;
  /**
   * `confirm`: it was placed. `cancel`: it was taken back as a whole, whatever was given back before.
   * `refund`: goods or money were given back; all of it, where neither `value` nor `items` is said.
   */
  action: OrderAction;
  /** Tells several refunds of one order apart. Without it those of like `value` and `items` are one. */
  refund_id?: string;
  /** When it happened, in epoch milliseconds. Now, when left out. */
  at?: number;
  /** Whose order it is, where the server knows. An order that a browser told of is that browser's anyway. */
  visitor?: string;
  user?: string;
  /** As in GA4: `value` in major units, ISO 4217, lines. */
  value?: number;
  currency?: string;
  items?: readonly unknown[];
  tax?: number;
  shipping?: number;
  coupon?: string;
}

export type OrdersResult =
  | {
      ok: true;
      site: string;
      /** One word was sent by itself, not in a list. */
      isSingle: boolean;
      words: readonly ({ index: number } & ({ word: OrderWord } | { error: string }))[];
    }
  | { ok: false; error: string };

/** The body of `POST /v1/orders`: `{ site, …word }`, or `{ site, orders: [word, …] }`. */
export function parseOrders(text: string): OrdersResult {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    return { ok: false, error: `Expected JSON: ${(error as Error).message}` };
  }
  if (!isRecord(input)) return { ok: false, error: `Expected an object, got ${show(input)}` };

  const { site, orders, ...single } = input;
  if (typeof site !== 'string' || site === '') {
    return { ok: false, error: `site: expected the id of a site, got ${show(site)}` };
  }
  if (orders !== undefined && !Array.isArray(orders)) {
    return { ok: false, error: `orders: expected a list, got ${show(orders)}` };
  }
  if (orders && orders.length > LIMITS.batchTouchpoints) {
    const most = LIMITS.batchTouchpoints;
    return { ok: false, error: `orders: expected at most ${most}, got ${orders.length}` };
  }
  const words = (orders ?? [single]).map((word: unknown, index) => {
    const error = complaintOf(word);
    return error === undefined ? { index, word: word as OrderWord } : { index, error };
  });
  return { ok: true, site, isSingle: orders === undefined, words };
}

/** What is wrong with a word itself; what it says of goods and money is judged as a touchpoint's. */
function complaintOf(word: unknown): string | undefined {
  if (!isRecord(word)) return `expected an order, got ${show(word)}`;
  const { transaction_id, action, refund_id } = word;
  if (!isName(transaction_id)) {
    return `transaction_id: expected the shop’s order number, got ${show(transaction_id)}`;
  }
  if (!ORDER_ACTIONS.some((each) => each === action)) {
    return `action: expected ${ORDER_ACTIONS.join(', ')}, got ${show(action)}`;
  }
  if (refund_id !== undefined && !isName(refund_id)) {
    return `refund_id: expected an id, got ${show(refund_id)}`;
  }
  return undefined;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= LIMITS.textChars;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  return (JSON.stringify(value) ?? String(value)).slice(0, 60);
}
