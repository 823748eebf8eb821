import { ABANDONED_AFTER_MS, LOST_AFTER_MS } from './cartState.ts';
import { entryChannels } from './channels/entryChannels.ts';
import {
  addWord,
  advance,
  type Draft,
  finishDraft,
  hasCartInProgress,
  startDraft,
  VISIT_GAP_MS,
} from './draft.ts';
import { goodsOf, linesOf, sameGoods } from './goods.ts';
import type { Journey } from './journey.ts';
import { orderIdOf, settleOrder, transactionOf } from './orders.ts';
import type { StoredTouchpoint } from './touchpoint.ts';
import { withoutEchoes } from './withoutEchoes.ts';

export interface FoldOptions {
  /** Silence with goods in the cart that counts as a stop, in milliseconds. @default 60 minutes */
  abandonedAfterMs?: number;
  /** ISO 4217, for touchpoints that name none. @default 'USD' */
  currency?: string;
  /** Orders (by `transaction_id`) that another person placed first: naming one again places nothing. */
  foreignOrders?: ReadonlySet<string>;
  /**
   * The site's own, `https://shop.example` or `https://*.shop.example`: who comes from there comes from
   * nowhere else. The page's own name needs no telling.
   */
  origins?: readonly string[];
}

export interface FoldedJourney {
  journey: Journey;
  /** What it was folded from, in order. */
  touchpoints: readonly StoredTouchpoint[];
}

/**
 * Folds the touchpoints of *one person*, in any order and however often repeated, into their
 * journeys, oldest first. Every touchpoint belongs to exactly one journey, but for echoes of others,
 * which belong to none. Pure: same input, same output, no clock; all rules about journeys, carts and
 * orders live here and in what this imports.
 */
export function fold(
  touchpoints: readonly StoredTouchpoint[],
  {
    abandonedAfterMs = ABANDONED_AFTER_MS,
    currency = 'USD',
    foreignOrders = new Set(),
    origins = [],
  }: FoldOptions = {},
): FoldedJourney[] {
  const drafts: Draft[] = [];
  const draftOfOrder = new Map<string, Draft>();
  let lastOrdered: Draft | undefined;
  let visit = 0;
  let lastPresentAt: number | undefined;
  const channelIn = entryChannels(origins);
  let channelGroup = 'Direct';

  for (const touchpoint of withoutEchoes(inOrder(touchpoints))) {
    const current = drafts.at(-1);
    const foreign = isPurchase(touchpoint) && foreignOrders.has(orderIdOf(touchpoint));
    const owner = foreign ? undefined : ownerOf(touchpoint, { current, draftOfOrder, lastOrdered });

    // A refund, or an order told once more, is the shop speaking: it doesn't show the shopper there.
    if (touchpoint.type !== 'refund' && !(owner && isPurchase(touchpoint))) {
      if (lastPresentAt !== undefined && touchpoint.at - lastPresentAt >= VISIT_GAP_MS) visit++;
      lastPresentAt = touchpoint.at;
      channelGroup = channelIn(touchpoint, visit);
    }
    if (owner) {
      addWord(owner, touchpoint);
      continue;
    }
    if (touchpoint.type === 'refund' && current) {
      current.touchpoints.push(touchpoint);
      continue;
    }

    let draft = current;
    if (!draft || !continues(draft, touchpoint, { visit, foreign })) {
      draft = startDraft(touchpoint, { currency, channelGroup });
      drafts.push(draft);
    }
    if (touchpoint.type === 'refund') {
      draft.touchpoints.push(touchpoint);
      continue;
    }
    advance(draft, touchpoint, { visit, abandonedAfterMs, foreign });
    if (isPurchase(touchpoint) && !foreign) {
      draftOfOrder.set(orderIdOf(touchpoint), draft);
      lastOrdered = draft;
    }
  }

  return drafts.map((draft, index) => ({
    journey: finishDraft(draft, index > 0),
    touchpoints: draft.touchpoints,
  }));
}

/** Each touchpoint once, by time. Ties, which coarse clocks do produce, go by sequence, then by id. */
function inOrder(touchpoints: readonly StoredTouchpoint[]): StoredTouchpoint[] {
  const unique = new Map(touchpoints.map((touchpoint) => [touchpoint.id, touchpoint]));
  return [...unique.values()].sort(
    (a, b) => a.at - b.at || compare(a.visitor, b.visitor) || a.seq - b.seq || compare(a.id, b.id),
  );
}

/** The journey whose order a touchpoint speaks of, if it is about an order rather than towards one. */
function ownerOf(
  { type, params, ...touchpoint }: StoredTouchpoint,
  {
    current,
    draftOfOrder,
    lastOrdered,
  }: {
    current: Draft | undefined;
    draftOfOrder: ReadonlyMap<string, Draft>;
    lastOrdered: Draft | undefined;
  },
): Draft | undefined {
  const named = draftOfOrder.get(transactionOf(params) ?? touchpoint.id);
  switch (type) {
    case 'purchase':
      return named;
    case 'refund':
      return named ?? lastOrdered;
    case 'share':
    case 'survey':
    case 'review':
      // A word said with a new cart in hand is about that cart.
      return named ?? (current && hasCartInProgress(current) ? undefined : lastOrdered);
    default:
      return undefined;
  }
}

/** Whether a touchpoint still belongs to the journey under way. */
function continues(
  draft: Draft,
  touchpoint: StoredTouchpoint,
  { visit, foreign }: { visit: number; foreign: boolean },
): boolean {
  if (touchpoint.at - draft.lastAt >= LOST_AFTER_MS) return false;
  if (!draft.words) return true;
  return visit === draft.orderVisit && (foreign || !beginsCart(touchpoint, draft));
}

/** Whether a touchpoint after an order begins the next cart. An old checkout page, shown again, does not. */
function beginsCart(touchpoint: StoredTouchpoint, { words }: Draft): boolean {
  switch (touchpoint.type) {
    case 'add_to_cart':
    case 'purchase':
      return true;
    case 'view_cart':
    case 'begin_checkout':
    case 'add_shipping_info':
    case 'add_payment_info':
    case 'checkout_step': {
      const { items } = goodsOf(touchpoint);
      if (!words || items.length === 0) return false;
      const { order, lines } = settleOrder(words);
      return lines.size > 0 && !sameGoods(linesOf(items, order.currency), lines);
    }
    default:
      return false;
  }
}

function isPurchase({ type }: StoredTouchpoint): boolean {
  return type === 'purchase';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
