import type { StoredTouchpoint } from '../../src/touchpoint.ts';
import type { History } from '../history.ts';
import { type Contents, contentsAfter, type Move } from '../oracle/contents.ts';
import { inOrder, movesIn, type Part, partition, purchaseIn } from '../oracle/partition.ts';
import { type CoreCart, cartOf, oracleSettings, withoutForeignOrders } from '../oracle.ts';

/** A touchpoint before an order, and what it did to the cart. */
export interface Moment {
  type: string;
  touchpoint: Move;
  before: Contents;
  after: Contents;
}

/** A later word, the journey whose order it is about, and what a cart of the shopper held just then. */
export interface LaterWord {
  type: string;
  touchpoint: StoredTouchpoint;
  about: Part;
  cart: Contents;
}

/** A history as the oracle sees it, spread out for looking at. */
export interface Scene {
  sorted: readonly StoredTouchpoint[];
  parts: readonly Part[];
  carts: readonly CoreCart[];
  moments: readonly Moment[];
  later: readonly LaterWord[];
  /** What shoppers did after an order, in the same journey. */
  afterOrders: readonly StoredTouchpoint[];
}

export function sceneOf({ touchpoints, options }: History): Scene {
  const settings = oracleSettings(options);
  const sorted = withoutForeignOrders(inOrder(touchpoints), settings);
  const parts = partition(sorted, settings.currency);
  return {
    sorted,
    parts,
    carts: parts.map((part) => cartOf(part, settings)).filter((cart) => cart !== undefined),
    moments: parts.flatMap((part) => momentsOf(part, settings.currency)),
    later: parts.flatMap((about) =>
      about.later.map((touchpoint) => {
        const earlier = partition(sorted.slice(0, sorted.indexOf(touchpoint)), settings.currency);
        const cart = contentsAfter(movesIn(earlier.at(-1)!), settings.currency);
        return { type: touchpoint.type, touchpoint, about, cart };
      }),
    ),
    afterOrders: parts.flatMap((part) => part.own.slice(orderIndexOf(part) + 1)),
  };
}

function momentsOf(part: Part, currency: string): Moment[] {
  const moves = movesIn(part);
  return moves.map((touchpoint, i) => ({
    type: touchpoint.type,
    touchpoint,
    before: contentsAfter(moves.slice(0, i), currency),
    after: contentsAfter(moves.slice(0, i + 1), currency),
  }));
}

function orderIndexOf(part: Part): number {
  const purchase = purchaseIn(part);
  return purchase ? part.own.indexOf(purchase) : part.own.length;
}
