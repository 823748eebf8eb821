import { ABANDONED_AFTER_MS, LOST_AFTER_MS } from './cartState.ts';
import { entryChannels } from './channels/entryChannels.ts';
import {
  addWord,
  advance,
  type Draft,
  finishDraft,
  hasCartInProgress,
  startDraft,
  takeOutBought,
  VISIT_GAP_MS,
} from './draft.ts';
import { goodsOf, linesOf, sameGoods } from './goods.ts';
import type { Journey } from './journey.ts';
import { orderIdOf, settleOrder, transactionOf } from './orders.ts';
import type { StoredTouchpoint } from './touchpoint.ts';

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

/** A fold under way. */
export interface RunningFold {
  /**
   * Adds a touchpoint. They must come in order of time, each once, and no echoes.
   *
   * @returns The place of the journey that it belongs to: the oldest is 0. A further part of an earlier order
   *   may change the latest journey, too.
   */
  add(touchpoint: StoredTouchpoint): number;
  journey(place: number): Journey;
  /** Oldest first. */
  journeys(): Journey[];
}

/** Where the touchpoints of one person become journeys, one after the other. `fold` and `foldOnward` are made of it. */
export function startFold({
  abandonedAfterMs = ABANDONED_AFTER_MS,
  currency = 'USD',
  foreignOrders = new Set(),
  origins = [],
}: FoldOptions): RunningFold {
  const drafts: Draft[] = [];
  const placeOf = new Map<Draft, number>();
  const draftOfOrder = new Map<string, Draft>();
  let lastOrdered: Draft | undefined;
  let visit = 0;
  let lastPresentAt: number | undefined;
  const channelIn = entryChannels(origins);
  let channelGroup = 'Direct';

  const draftOf = (touchpoint: StoredTouchpoint): Draft => {
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
      if (isPurchase(touchpoint) && current && owner.words) {
        takeOutBought(current, touchpoint, owner.words);
      }
      addWord(owner, touchpoint, channelGroup);
      return owner;
    }
    if (touchpoint.type === 'refund' && current) {
      current.count++;
      return current;
    }

    let draft = current;
    if (!draft || !continues(draft, touchpoint, { visit, foreign })) {
      draft = startDraft(touchpoint, { currency, channelGroup });
      placeOf.set(draft, drafts.push(draft) - 1);
    }
    if (touchpoint.type === 'refund') {
      draft.count++;
      return draft;
    }
    advance(draft, touchpoint, { visit, abandonedAfterMs, foreign, channelGroup });
    if (isPurchase(touchpoint) && !foreign) {
      draftOfOrder.set(orderIdOf(touchpoint), draft);
      lastOrdered = draft;
    }
    return draft;
  };

  const journey = (place: number) => finishDraft(drafts[place]!, place > 0);
  return {
    add: (touchpoint) => placeOf.get(draftOf(touchpoint))!,
    journey,
    journeys: () => drafts.map((_, place) => journey(place)),
  };
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
