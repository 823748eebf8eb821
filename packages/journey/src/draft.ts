import { LOST_AFTER_MS } from './cartState.ts';
import { type Contents, changeContents, emptyContents, holdsGoods } from './contents.ts';
import { goodsOf } from './goods.ts';
import type { Cart, Entry, Journey, Mark, Met, Stage, StageStay, Stop } from './journey.ts';
import { metBy, noteMet } from './met.ts';
import { type OrderWords, orderIdOf, settleOrder, transactionOf } from './orders.ts';
import { type KnownTotal, priceRise } from './priceRise.ts';
import { removalBy } from './removalBy.ts';
import { furthest, stageAfterOrder, stageOf } from './stages.ts';
import { noteStay, spendStay } from './stays.ts';
import { noProgress, noteStep, type StepProgress, spendTime, stepOf } from './stepProgress.ts';
import type { Step } from './steps.ts';
import type { StoredTouchpoint } from './touchpoint.ts';
import { noteMark } from './trail.ts';

/** A gap of this length or more, in milliseconds, ends a visit. */
export const VISIT_GAP_MS = 30 * 60 * 1000;

/** A journey that is being folded. Only this file and `startFold.ts` ever see one. */
export interface Draft {
  /** By which it began. */
  channelGroup: string;
  first: StoredTouchpoint;
  /** Of all its touchpoints. */
  count: number;
  startedAt: number;
  lastAt: number;
  visits: number;
  /** Number of the visit it was last seen in. */
  visit: number;
  stage: Stage;
  contents: Contents;
  cartCreatedAt: number | undefined;
  /** The most the cart ever held, in minor units. */
  peak: number;
  emptiedAt: number | undefined;
  progress: StepProgress;
  stops: Stop[];
  words: OrderWords | undefined;
  orderVisit: number | undefined;
  /** Ordered without a cart ever seen. */
  direct: boolean;
  /** What the shopper was last shown that it will cost. */
  known: KnownTotal | undefined;
  met: Met[];
  /** How deep the cart was on each of the last pages. */
  stepOnPage: Map<string, Step>;
  stages: Map<Stage, StageStay>;
  trail: Mark[];
}

/** Lines that are told of a cart; a script that adds a whole shop would have any number. */
const MAX_LINES = 200;

/** Pages of a cart that are remembered, for what is told of them later. */
const MAX_PAGES = 30;

export function startDraft(
  first: StoredTouchpoint,
  { currency, channelGroup }: { currency: string; channelGroup: string },
): Draft {
  return {
    channelGroup,
    first,
    count: 0,
    startedAt: first.at,
    lastAt: first.at,
    visits: 0,
    visit: -1,
    stage: 'awareness',
    contents: emptyContents(currency),
    cartCreatedAt: undefined,
    peak: 0,
    emptiedAt: undefined,
    progress: noProgress(),
    stops: [],
    words: undefined,
    orderVisit: undefined,
    direct: false,
    known: undefined,
    met: [],
    stepOnPage: new Map(),
    stages: new Map(),
    trail: [],
  };
}

/** Goods in the cart, and no order: the one situation in which silence is a stop. */
export function hasCartInProgress({ contents, words }: Draft): boolean {
  return words === undefined && holdsGoods(contents);
}

/** Adds a touchpoint of the shopper's own. They must come in order of time. */
export function advance(
  draft: Draft,
  touchpoint: StoredTouchpoint,
  {
    visit,
    abandonedAfterMs,
    foreign,
    channelGroup,
  }: { visit: number; abandonedAfterMs: number; foreign: boolean; channelGroup: string },
): void {
  const gapMs = touchpoint.at - draft.lastAt;
  if (hasCartInProgress(draft) && gapMs >= abandonedAfterMs) {
    draft.stops.push({ ...silenceOf(draft), until: touchpoint.at });
  }
  if (!draft.words && gapMs < VISIT_GAP_MS) spendTime(draft.progress, gapMs);
  if (gapMs < VISIT_GAP_MS) spendStay(draft.stages, draft.stage, gapMs);

  draft.count++;
  draft.lastAt = touchpoint.at;
  if (visit !== draft.visit) draft.visits++;
  draft.visit = visit;
  draft.stage = furthest(draft.stage, stageOf(touchpoint.type));
  if (!foreign && !draft.words) {
    if (touchpoint.type === 'purchase') placeOrder(draft, touchpoint);
    else moveCart(draft, touchpoint);
  }
  noteStay(draft.stages, { stage: draft.stage, touchpoint, channelGroup });
  noteMark(draft.trail, touchpoint, draft.startedAt);
}

function moveCart(draft: Draft, touchpoint: StoredTouchpoint): void {
  const { at } = touchpoint;
  const held = holdsGoods(draft.contents);
  const startsIn =
    draft.cartCreatedAt === undefined
      ? { ...draft.contents, currency: goodsOf(touchpoint).currency ?? draft.contents.currency }
      : draft.contents;
  const contents = changeContents(startsIn, touchpoint);
  const holds = holdsGoods(contents);

  if (holds) {
    draft.cartCreatedAt ??= at;
    draft.emptiedAt = undefined;
  } else if (held) {
    draft.emptiedAt = at;
  }
  // The most of one currency is no amount of another.
  const isOther = contents.currency !== draft.contents.currency;
  draft.peak = Math.max(isOther ? 0 : draft.peak, contents.amount);
  if (holds || held) draft.contents = contents;

  const step = stepOf(touchpoint);
  if (step !== undefined && (step !== 'cart' || holds)) {
    noteStep(draft.progress, step, at);
    draft.stage = furthest(draft.stage, step === 'cart' ? 'cart' : 'checkout');
  }
  if (!holds) return;
  draft.stage = furthest(draft.stage, 'cart');
  meet(draft, touchpoint);
  const { known, rise } = priceRise(draft.known, { contents, touchpoint });
  draft.known = known;
  if (rise > 0) {
    const step = draft.progress.deepest ?? 'cart';
    noteMet(draft.met, { what: 'price_rise', step, at, size: rise });
  }
}

/** Notes what the shopper met, at the step of the page that it is of: some is told as a page is left. */
function meet({ met, progress, stepOnPage }: Draft, touchpoint: StoredTouchpoint): void {
  const { type, url, at } = touchpoint;
  const here = progress.deepest ?? 'cart';
  if (type === 'page_view' && url !== undefined) {
    stepOnPage.delete(url);
    stepOnPage.set(url, here);
    if (stepOnPage.size > MAX_PAGES) stepOnPage.delete(stepOnPage.keys().next().value!);
  }
  const what = metBy(touchpoint);
  if (what === undefined) return;
  const isOfPage = type === 'web_vital' || type === 'field_left';
  const step = (isOfPage && url !== undefined ? stepOnPage.get(url) : undefined) ?? here;
  noteMet(met, { what, step, at });
}

function placeOrder(draft: Draft, purchase: StoredTouchpoint): void {
  draft.direct = draft.cartCreatedAt === undefined;
  draft.cartCreatedAt ??= purchase.at;
  draft.emptiedAt = undefined;
  draft.stage = furthest(draft.stage, 'order');
  draft.orderVisit = draft.visit;
  draft.words = {
    id: orderIdOf(purchase),
    at: purchase.at,
    cart: draft.contents,
    purchases: [purchase],
    refunds: [],
  };
}

/**
 * Takes out of the cart what the shopper bought as a further part of an earlier order. It shows nobody there:
 * nothing else moves.
 *
 * @param words On that order, before this one.
 */
export function takeOutBought(draft: Draft, purchase: StoredTouchpoint, words: OrderWords): void {
  const { contents, cartCreatedAt, lastAt } = draft;
  const isOver = purchase.at - lastAt >= LOST_AFTER_MS;
  if (cartCreatedAt === undefined || !hasCartInProgress(draft) || isOver) return;

  const removal = removalBy(purchase, { words, contents, cartCreatedAt });
  if (removal) moveCart(draft, removal);
}

/** Adds what was said about its order later, which moves nothing else. */
export function addWord(draft: Draft, touchpoint: StoredTouchpoint, channelGroup: string): void {
  const { words } = draft;
  draft.count++;
  if (words && touchpoint.type === 'purchase') words.purchases.push(touchpoint);
  if (words && touchpoint.type === 'refund') {
    // One that names an order nobody knows gives no money back of this one.
    if ((transactionOf(touchpoint.params) ?? words.id) === words.id) words.refunds.push(touchpoint);
  }
  const stage = stageAfterOrder(touchpoint.type);
  draft.stage = furthest(draft.stage, stage);
  noteStay(draft.stages, { stage, touchpoint, channelGroup });
  noteMark(draft.trail, touchpoint, draft.startedAt);
}

export function finishDraft(draft: Draft, returning: boolean): Journey {
  const { first, count } = draft;
  const cart = cartOf(draft);
  return {
    id: first.id,
    startedAt: draft.startedAt,
    lastAt: draft.lastAt,
    visits: draft.visits,
    touchpoints: count,
    stage: draft.stage,
    returning,
    entry: entryOf(first, draft),
    ...(cart && { cart }),
    stages: [...draft.stages.values()],
    trail: draft.trail,
  };
}

function entryOf(
  { url, referrer, channel = 'web', device, country }: StoredTouchpoint,
  { channelGroup }: Draft,
): Entry {
  return {
    ...(url && { url }),
    ...(referrer && { referrer }),
    channel,
    channelGroup,
    ...(device && { device }),
    ...(country && { country }),
  };
}

function cartOf(draft: Draft): Cart | undefined {
  const { cartCreatedAt, contents, emptiedAt, peak, progress, words } = draft;
  if (cartCreatedAt === undefined) return undefined;

  const settled = words && settleOrder(words);
  const lines = settled?.lines ?? contents.lines;
  const amount = settled?.order.amount ?? (emptiedAt === undefined ? contents.amount : peak);
  return {
    createdAt: cartCreatedAt,
    direct: draft.direct,
    currency: settled?.order.currency ?? contents.currency,
    amount,
    lines: [...lines.values()].slice(0, MAX_LINES),
    steps: progress.done,
    ...(progress.deepest !== undefined && { deepest: progress.deepest }),
    ...(emptiedAt !== undefined && { emptiedAt }),
    ...(settled && { order: settled.order }),
    stops: hasCartInProgress(draft) ? [...draft.stops, silenceOf(draft)] : draft.stops,
    met: draft.met,
  };
}

/** The silence that may begin now. */
function silenceOf({ lastAt, progress, contents }: Draft): Stop {
  return { at: lastAt, step: progress.deepest ?? 'cart', amount: contents.amount };
}
