import type { Cart, Journey, Stage, Stop } from '../src/journey.ts';
import { STAGES } from '../src/journey.ts';
import { STEPS } from '../src/steps.ts';
import type { StoredTouchpoint } from '../src/touchpoint.ts';
import { channelGroupAt } from './oracle/channel.ts';
import { contentsAfter, holdsGoods } from './oracle/contents.ts';
import {
  inOrder,
  movesIn,
  orderIn,
  type Part,
  partition,
  purchaseIn,
  VISIT,
  visitAt,
} from './oracle/partition.ts';
import { deepestOf, stepsReached } from './oracle/progress.ts';
import { textIn } from './oracle/said.ts';

export interface OracleOptions {
  /** @default 60 minutes */
  abandonedAfterMs?: number;
  /** Where a touchpoint names none. @default 'USD' */
  currency?: string;
  /** Order numbers of other people. */
  foreignOrders?: ReadonlySet<string>;
}

const HOUR = 3_600_000;

const STAGE_OF_TYPE: Readonly<Record<string, Stage>> = {
  view_item_list: 'consideration',
  select_item: 'consideration',
  view_item: 'consideration',
  search: 'consideration',
  add_to_wishlist: 'consideration',
  select_promotion: 'consideration',
};

const STAGE_OF_LATER_WORD: Readonly<Record<string, Stage>> = {
  refund: 'retention',
  survey: 'retention',
  share: 'advocacy',
  review: 'advocacy',
};

/** The options with nothing left out. */
type Settings = Required<OracleOptions>;

export function oracleSettings(options: OracleOptions = {}): Settings {
  return { abandonedAfterMs: HOUR, currency: 'USD', foreignOrders: new Set(), ...options };
}

/** What the oracle answers: not what else is noted of the way, which has tests of its own. */
export type CoreCart = Omit<Cart, 'met'>;

export type Core = Omit<Journey, 'cart' | 'stages' | 'trail'> & { cart?: CoreCart };

/**
 * What `fold` has to answer, found the slow way: every figure is defined on its own, from the
 * touchpoints alone, and nothing is carried along from one to the next. It shares no code with the
 * fold but the types and the minor units of money.
 */
export function oracleJourneys(
  touchpoints: readonly StoredTouchpoint[],
  options?: OracleOptions,
): Core[] {
  const settings = oracleSettings(options);
  const sorted = withoutForeignOrders(inOrder(touchpoints), settings);
  const parts = partition(sorted, settings.currency);

  return parts.map((part, index) => {
    const all = inOrder([...part.own, ...part.later, ...part.strayRefunds]);
    const first = all[0]!;
    const cart = cartOf(part, settings);
    return {
      id: first.id,
      startedAt: first.at,
      // Who is absent can't be the last one there, unless nobody ever was.
      lastAt: (part.own.at(-1) ?? first).at,
      visits: new Set(part.own.map((t) => visitAt(sorted, t))).size,
      touchpoints: all.length,
      stage: stageOf(part, cart),
      returning: index > 0,
      entry: {
        ...(first.url !== undefined && { url: first.url }),
        ...(first.referrer !== undefined && { referrer: first.referrer }),
        channel: first.channel ?? 'web',
        channelGroup: channelGroupAt(sorted, first),
        ...(first.device !== undefined && { device: first.device }),
        ...(first.country !== undefined && { country: first.country }),
      },
      ...(cart && { cart }),
    };
  });
}

/** Somebody else's order (a shared thank-you page, say) is a page that was looked at. */
export function withoutForeignOrders(
  touchpoints: readonly StoredTouchpoint[],
  { foreignOrders }: Settings,
): StoredTouchpoint[] {
  return touchpoints.map((touchpoint) => {
    const isForeign =
      touchpoint.type === 'purchase' &&
      foreignOrders.has(textIn(touchpoint, 'transaction_id') ?? '');
    return isForeign ? { ...touchpoint, type: 'page_view' } : touchpoint;
  });
}

function stageOf({ own, later }: Part, cart: CoreCart | undefined): Stage {
  const reached: (Stage | undefined)[] = [
    'awareness',
    ...own.map((t) => STAGE_OF_TYPE[t.type]),
    cart && 'cart',
    cart?.steps.some(({ step }) => step !== STEPS[0]) ? 'checkout' : undefined,
    cart?.order && 'order',
    ...later.map((t) => STAGE_OF_LATER_WORD[t.type]),
  ];
  return STAGES.findLast((stage) => reached.includes(stage))!;
}

/** The one cart of a journey, if it had any. */
export function cartOf(part: Part, { abandonedAfterMs, currency }: Settings): CoreCart | undefined {
  const { own } = part;
  const purchase = purchaseIn(part);
  const ordered = orderIn(part, currency);
  // After the order nothing moves the cart, so what counts is what came before it: moment by moment.
  const moves = movesIn(part);
  const steps = stepsReached(moves, currency);
  const moments = moves.map((touchpoint, now) => {
    const contents = contentsAfter(moves.slice(0, now + 1), currency);
    return {
      touchpoint,
      contents,
      holds: holdsGoods(contents),
      deepest: deepestOf(steps.filter(({ index }) => index <= now)),
    };
  });

  const created = moments.find(({ holds }) => holds);
  if (!created && !ordered) return undefined;

  const last = moments.at(-1);
  const emptied = moments.findLast(({ holds }, i) => !holds && moments[i - 1]?.holds);
  const isEmptied = emptied !== undefined && !ordered && !last?.holds;
  // The most it held in its last currency, since it was last changed to that.
  const changedAt = moments.findLastIndex(
    ({ contents }, i) => i > 0 && moments[i - 1]!.contents.currency !== contents.currency,
  );
  const inLastCurrency = moments.slice(Math.max(0, changedAt));
  const peak = Math.max(0, ...inLastCurrency.map(({ contents }) => contents.amount));

  // When the shopper was there, and how the cart was by the time they were there again.
  const presences = moments.filter(({ touchpoint }) => own.includes(touchpoint));
  const byNext = presences.map(({ touchpoint }, i) => {
    const next = presences[i + 1];
    const { contents, holds, deepest } = moments.at((next ? moments.indexOf(next) : 0) - 1)!;
    return { touchpoint, next: own[i + 1], contents, holds, deepest };
  });

  // How long the shopper was busy while a step was the deepest, up to the order. Longer silences
  // were spent elsewhere.
  const activeMsAt = (step: string) =>
    byNext
      .map(({ touchpoint, next, deepest }) => ({
        deepest,
        gapMs: (next?.at ?? touchpoint.at) - touchpoint.at,
      }))
      .filter(({ deepest, gapMs }) => deepest === step && gapMs < VISIT)
      .reduce((total, { gapMs }) => total + gapMs, 0);

  // A silence of some length with goods in the cart; the one at the end has any length.
  const stops = byNext.flatMap(({ touchpoint, next, contents, holds, deepest }): Stop[] => {
    if (!holds || (next && next.at - touchpoint.at < abandonedAfterMs)) return [];
    const stop = { step: deepest ?? STEPS[0], amount: contents.amount };
    return [{ at: touchpoint.at, ...(next && { until: next.at }), ...stop }];
  });

  return {
    createdAt: (created?.touchpoint ?? purchase)!.at,
    direct: !created,
    currency: ordered?.order.currency ?? last!.contents.currency!,
    amount: ordered?.order.amount ?? (isEmptied ? peak : last!.contents.amount),
    lines: ordered?.lines ?? last!.contents.lines,
    steps: steps.map(({ step, index }) => ({
      step,
      at: moves[index]!.at,
      activeMs: activeMsAt(step),
    })),
    ...(last?.deepest !== undefined && { deepest: last.deepest }),
    ...(isEmptied && { emptiedAt: emptied.touchpoint.at }),
    ...(ordered && { order: ordered.order }),
    stops,
  };
}
