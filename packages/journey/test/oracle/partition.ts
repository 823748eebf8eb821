import type { StoredTouchpoint } from '../../src/touchpoint.ts';
import { contentsAfter, holdsGoods, type Move, SNAPSHOTS } from './contents.ts';
import { linesOf, sameGoods } from './lines.ts';
import { isConfirmed, newlyBought, type OrderTold, orderIdOf, orderOf } from './order.ts';
import { itemsIn, textIn } from './said.ts';

const MINUTE = 60_000;
export const VISIT = 30 * MINUTE;
const SILENCE = 30 * 24 * 60 * MINUTE;

/** The touchpoints of one journey, oldest first, by how they belong to it. */
export interface Part {
  /** What the shopper did or met on the way. */
  own: readonly StoredTouchpoint[];
  /** All that may have changed the cart: its own, and what was bought out of it with an earlier order. */
  moves: readonly Move[];
  /** Later words on its order: repeats of the purchase, refunds, shares, surveys, reviews. */
  later: readonly StoredTouchpoint[];
  /** Refunds of who knows what: nobody ordered anything yet. */
  strayRefunds: readonly StoredTouchpoint[];
}

/** Same id, same touchpoint. By time; what ties, by visitor, then as the visitor counted, then by id. */
export function inOrder(touchpoints: readonly StoredTouchpoint[]): StoredTouchpoint[] {
  const once = [...new Map(touchpoints.map((t) => [t.id, t])).values()];
  return once.sort(
    (a, b) =>
      a.at - b.at ||
      Number(a.visitor > b.visitor) - Number(a.visitor < b.visitor) ||
      a.seq - b.seq ||
      (a.id < b.id ? -1 : 1),
  );
}

/** Which journey each touchpoint belongs to, oldest journey first. */
export function partition(sorted: readonly StoredTouchpoint[], fallback: string): Part[] {
  const last = sorted.at(-1);
  if (!last) return [];

  const before = sorted.slice(0, -1);
  const parts = partition(before, fallback);
  const isRefund = last.type === 'refund';

  const orderedPart = laterWordOn(last, parts, fallback);
  if (orderedPart) {
    return withoutBought(last, { parts, orderedPart, fallback }).with(parts.indexOf(orderedPart), {
      ...orderedPart,
      later: [...orderedPart.later, last],
    });
  }

  const current = parts.at(-1);
  if (current && (isRefund || !startsJourney(sorted, current, fallback))) {
    const joined: Part = isRefund
      ? { ...current, strayRefunds: [...current.strayRefunds, last] }
      : { ...current, own: [...current.own, last], moves: [...current.moves, last] };
    return parts.with(-1, joined);
  }

  const own = isRefund ? [] : [last];
  return [...parts, { own, moves: own, later: [], strayRefunds: isRefund ? [last] : [] }];
}

/**
 * A shopper may order, fill another cart, and have that added to the order: the shop tells a further part
 * of it, and what that brings to the order is gone from the last journey's cart. The shop's server is not
 * listened to, as it may tell of an order at any time. But it may be the first to tell of a part: what it
 * told while the cart was there doesn't make that part an old one.
 */
function withoutBought(
  word: StoredTouchpoint,
  { parts, orderedPart, fallback }: { parts: Part[]; orderedPart: Part; fallback: string },
): Part[] {
  const current = parts.at(-1)!;
  const isTold = word.type === 'purchase' && !isConfirmed(word);
  if (!isTold || !hasCartInProgress(current, fallback) || isSilent(current, word)) return parts;

  const upTo = (end: number) => contentsAfter(current.moves.slice(0, end), fallback);
  const created = current.moves.find((_, i) => holdsGoods(upTo(i + 1)))!;
  const told = toldOf(orderedPart, fallback)!;
  const purchases = told.purchases.filter((one) => !isConfirmed(one) || one.at <= created.at);
  const { currency = fallback } = upTo(current.moves.length);
  const bought = newlyBought(word, { ...told, purchases }, currency);
  return parts.with(-1, { ...current, moves: [...current.moves, { ...word, bought }] });
}

/** How many visits the person had begun at a moment of their sorted touchpoints. */
export function visitAt(sorted: readonly StoredTouchpoint[], touchpoint: StoredTouchpoint): number {
  const present = presentIn(sorted);
  const upTo = present.slice(0, present.indexOf(touchpoint) + 1);
  return upTo.filter((t, i) => i === 0 || t.at - upTo[i - 1]!.at >= VISIT).length;
}

/** Those that show the shopper there. */
export function presentIn(sorted: readonly StoredTouchpoint[]): StoredTouchpoint[] {
  return sorted.filter((t, i) => !isAbsent(t, sorted.slice(0, i)));
}

/** The purchase that a journey ended in. */
export function purchaseIn({ own }: Part): StoredTouchpoint | undefined {
  return own.find((t) => t.type === 'purchase');
}

/** Told without the shopper being there: a refund always is, and an order told again. */
function isAbsent(touchpoint: StoredTouchpoint, earlier: readonly StoredTouchpoint[]): boolean {
  const isRepeat =
    touchpoint.type === 'purchase' &&
    earlier.some((t) => t.type === 'purchase' && orderIdOf(t) === orderIdOf(touchpoint));
  return touchpoint.type === 'refund' || isRepeat;
}

/** The journey whose order this is a later word on, if it is one. */
function laterWordOn(
  touchpoint: StoredTouchpoint,
  parts: readonly Part[],
  fallback: string,
): Part | undefined {
  const ordered = parts.filter(purchaseIn);
  const named = (id: string | undefined) =>
    ordered.find((part) => orderIdOf(purchaseIn(part)!) === id);

  switch (touchpoint.type) {
    case 'purchase':
      return named(orderIdOf(touchpoint));
    case 'refund':
      return named(textIn(touchpoint, 'transaction_id')) ?? ordered.at(-1);
    case 'share':
    case 'survey':
    case 'review': {
      // With goods in the cart it may be about those as well: it stays where it was said.
      const about = hasCartInProgress(parts.at(-1), fallback) ? undefined : ordered.at(-1);
      return named(textIn(touchpoint, 'transaction_id')) ?? about;
    }
    default:
      return undefined;
  }
}

function hasCartInProgress(part: Part | undefined, fallback: string): boolean {
  return part !== undefined && !purchaseIn(part) && holdsGoods(contentsAfter(part.moves, fallback));
}

/** Whether a journey was over by the time of a touchpoint, as nobody was there for too long. */
function isSilent({ own, strayRefunds }: Part, { at }: StoredTouchpoint): boolean {
  // Where nothing but a refund is known, it's all there is to be silent since.
  const previous = own.at(-1) ?? strayRefunds[0]!;
  return at - previous.at >= SILENCE;
}

/** Whether the last touchpoint, the shopper's own, starts a journey rather than going on with it. */
function startsJourney(
  sorted: readonly StoredTouchpoint[],
  current: Part,
  fallback: string,
): boolean {
  const last = sorted.at(-1)!;
  if (isSilent(current, last)) return true;

  const purchase = purchaseIn(current);
  if (!purchase) return false;
  return visitAt(sorted, last) > visitAt(sorted, purchase) || beginsCart(last, current, fallback);
}

/** Whether a touchpoint after an order is about a new cart. */
function beginsCart(touchpoint: StoredTouchpoint, current: Part, fallback: string): boolean {
  if (touchpoint.type === 'add_to_cart' || touchpoint.type === 'purchase') return true;

  // A stale page still shows what was ordered; other goods are a new cart.
  const shown = linesOf(itemsIn(touchpoint), fallback);
  const { lines } = orderIn(current, fallback)!;
  return (
    SNAPSHOTS.includes(touchpoint.type) &&
    shown.length > 0 &&
    lines.length > 0 &&
    !sameGoods(shown, lines)
  );
}

/** What moved the cart of a journey: all before its order. */
export function movesIn(part: Part): readonly Move[] {
  const purchase = purchaseIn(part);
  return purchase ? part.moves.slice(0, part.moves.indexOf(purchase)) : part.moves;
}

/** The order a journey ended in, as far as it has been told. */
export function orderIn(part: Part, fallback: string): ReturnType<typeof orderOf> | undefined {
  const told = toldOf(part, fallback);
  return told && orderOf(told);
}

function toldOf(part: Part, fallback: string): OrderTold | undefined {
  const purchase = purchaseIn(part);
  return (
    purchase && {
      purchases: [purchase, ...part.later.filter((t) => t.type === 'purchase')],
      // One that names another order, which nobody knows, gives back nothing of this one.
      refunds: part.later.filter(
        (t) =>
          t.type === 'refund' &&
          (textIn(t, 'transaction_id') ?? orderIdOf(purchase)) === orderIdOf(purchase),
      ),
      cart: contentsAfter(movesIn(part), fallback),
      fallback,
    }
  );
}
