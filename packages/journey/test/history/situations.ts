import type { CartLine } from '../../src/journey.ts';
import { STEPS } from '../../src/steps.ts';
import type { StoredTouchpoint } from '../../src/touchpoint.ts';
import { type Contents, holdsGoods, SNAPSHOTS } from '../oracle/contents.ts';
import { keyOfLine } from '../oracle/lines.ts';
import { orderIdOf } from '../oracle/order.ts';
import { purchaseIn } from '../oracle/partition.ts';
import { itemsIn, keyOf, sumOfQuantities, textIn, valueIn } from '../oracle/said.ts';
import type { LaterWord, Moment, Scene } from './scene.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What a generator has to come up with again and again, or the rules about it go untested. */
export const SITUATIONS: Readonly<Record<string, (scene: Scene) => boolean>> = {
  // Time and place
  'a gap of a visit, to the millisecond': hasGap(30 * MINUTE),
  'a gap just short of a visit': hasGap(30 * MINUTE - 1),
  'a gap of 60 minutes, to the millisecond': hasGap(60 * MINUTE),
  'a gap just short of 60 minutes': hasGap(60 * MINUTE - 1),
  'a gap of 30 days, to the millisecond': hasGap(30 * DAY),
  'a gap just short of 30 days': hasGap(30 * DAY - 1),
  'touchpoints that tie': hasGap(0),
  'touchpoints that tie in all but their ids': ({ sorted }) =>
    pairsOf(sorted).some(([a, b]) => a.at === b.at && a.visitor === b.visitor && a.seq === b.seq),
  'several devices on one way': ({ parts }) =>
    parts.some(({ own }) => new Set(own.map(({ visitor }) => visitor)).size > 1),

  // Where one journey ends and the next begins
  'silence ends a journey': ({ parts }) => parts.slice(0, -1).some((part) => !purchaseIn(part)),
  'a later visit ends a journey': startsWith(isOf('page_view')),
  'an addition starts a journey': startsWith(isOf('add_to_cart')),
  'an order starts a journey': startsWith(isOf('purchase')),
  'other goods start a journey': startsWith((t) => isSnapshot(t) && itemsIn(t).length > 0),
  'a stale page shows what was ordered': ({ afterOrders }) =>
    afterOrders.some((t) => isSnapshot(t) && itemsIn(t).length > 0),
  'a removal after the order': ({ afterOrders }) => afterOrders.some(isOf('remove_from_cart')),
  'a page after the order': ({ afterOrders }) => afterOrders.some(isOf('page_view')),
  "somebody else's order": ({ sorted }) =>
    sorted.some((t) => t.type !== 'purchase' && textIn(t, 'transaction_id') === 'FOREIGN'),

  // What the cart holds
  'goods nobody named': atMoment(({ after }) => after.vague),
  'an addition of an amount only': atMoment(
    (m) => m.type === 'add_to_cart' && m.after.vague && m.after.amount > m.before.amount,
  ),
  'goods, some of them nobody named': atMoment(
    ({ after }) => after.vague && after.lines.length > 0,
  ),
  'the named ones of several goods go': atMoment(
    (m) => m.before.vague && m.before.lines.length > 0 && m.after.lines.length === 0,
  ),
  'free goods': atMoment(({ after }) => after.lines.some(({ price }) => price === 0)),
  'goods by weight': atMoment(({ after }) => after.lines.some((l) => l.quantity % 1 !== 0)),
  'a currency without decimals': ({ carts }) =>
    carts.some(({ currency, amount }) => currency === 'KRW' && amount > 0),
  'a removal leaves some': atMoment(
    (m) => m.type === 'remove_from_cart' && m.before.amount > m.after.amount && m.after.amount > 0,
  ),
  'a removal of more than was in': atMoment(
    (m) => m.type === 'remove_from_cart' && m.before.amount > 0 && isWorthless(m),
  ),
  'a removal of nothing said': atMoment(
    (m) => m.type === 'remove_from_cart' && holdsGoods(m.before) && !saysGoods(m.touchpoint),
  ),
  'a removal in another currency': atMoment(
    (m) => m.type === 'remove_from_cart' && saysGoods(m.touchpoint) && isForeign(m),
  ),
  'an addition in another currency': atMoment(
    (m) => m.type === 'add_to_cart' && m.before.lines.length > 0 && isForeign(m),
  ),
  'a cart page in another currency': atMoment(
    (m) => isSnapshot(m.touchpoint) && itemsIn(m.touchpoint).length > 0 && isForeign(m),
  ),
  'an amount in another currency': atMoment(
    (m) => m.before.lines.length > 0 && isForeign(m) && isAmountOnly(m),
  ),
  'an amount shown': atMoment((m) => m.before.lines.length > 0 && isAmountOnly(m)),
  'goods shown at prices from before': atMoment(
    ({ touchpoint, after }) =>
      isSnapshot(touchpoint) &&
      itemsIn(touchpoint).every(({ price }) => price === undefined) &&
      itemsIn(touchpoint).length > 0 &&
      after.amount > 0,
  ),
  'a checkout without a cart': atMoment(
    (m) => m.type === 'begin_checkout' && !holdsGoods(m.before) && m.after.vague,
  ),
  'removals empty the cart': atMoment((m) => m.type === 'remove_from_cart' && isEmptying(m)),
  'a cart page says empty': atMoment((m) => m.type === 'view_cart' && isEmptying(m)),
  'an emptied cart': ({ carts }) => carts.some(({ emptiedAt }) => emptiedAt !== undefined),
  'an emptied cart is filled again': atMoment(
    ({ before, after }) =>
      before.currency !== undefined && !holdsGoods(before) && holdsGoods(after),
  ),

  // What was bought out of it with an earlier order
  'all of it was bought': atMoment((m) => tookOut(m) && isEmptying(m)),
  'some of it was bought': atMoment((m) => tookOut(m) && m.after.lines.length > 0),
  'some of a line was bought': atMoment(
    (m) => tookOut(m) && m.after.lines.length === m.before.lines.length,
  ),
  'more was bought than it holds': atMoment(
    (m) => tookOut(m) && m.touchpoint.bought!.length > m.before.lines.length,
  ),
  'goods nobody named were bought': atMoment((m) => tookOut(m) && m.before.vague),
  'goods without a price in it were bought': atMoment(
    (m) => tookOut(m) && m.before.lines.some(({ price }) => price === undefined),
  ),
  'it was bought in another currency': atMoment((m) => tookOut(m) && isForeign(m)),
  'it was bought after a stop': ({ parts, moments }) =>
    parts.some(({ own }) =>
      moments.some((m) => {
        const before = own.findLast(({ at }) => at <= m.touchpoint.at);
        const next = own.find(({ at }) => at > m.touchpoint.at);
        return tookOut(m) && before && next && next.at - before.at >= 60 * MINUTE;
      }),
    ),
  'it was bought, and filled again': ({ parts }) =>
    parts.some(({ moves }) => {
      const bought = moves.findIndex((m) => m.bought && m.bought.length > 0);
      return bought >= 0 && moves.slice(bought).some(isOf('add_to_cart'));
    }),
  'an order shown again names what it holds': atMoment(
    (m) => m.touchpoint.bought?.length === 0 && namesGoodsIn(m.before, m.touchpoint),
  ),
  'the server tells of an order with what it holds': ofWord(
    'purchase',
    ({ touchpoint, cart }) => touchpoint.confirmed === true && namesGoodsIn(cart, touchpoint),
  ),
  'the server was the first to tell that it was bought': atMoment(
    (m, { later }) =>
      tookOut(m) &&
      later.some(
        ({ touchpoint, cart }) =>
          touchpoint.confirmed === true &&
          touchpoint.at < m.touchpoint.at &&
          orderIdOf(touchpoint) === orderIdOf(m.touchpoint) &&
          namesGoodsIn(cart, touchpoint) &&
          namesGoodsIn(cart, m.touchpoint),
      ),
  ),

  // Steps and stops
  'a step of its own': ({ carts }) => carts.some(({ deepest }) => isOwnStep(deepest)),
  'two steps of its own': ({ carts }) =>
    carts.some(({ steps }) => steps.filter(({ step }) => isOwnStep(step)).length > 1),
  'a step of its own comes first': ({ carts }) =>
    carts.some(({ steps }) => steps.length > 1 && isOwnStep(steps[0]?.step)),
  'a step of its own between others': ({ carts }) =>
    carts.some(({ steps, deepest }) =>
      steps.slice(1).some(({ step }) => isOwnStep(step) && step !== deepest),
    ),
  'a step without a name': atMoment(
    ({ type, touchpoint }) => type === 'checkout_step' && !textIn(touchpoint, 'step')?.trim(),
  ),
  'payment without shipping': ({ carts }) =>
    carts.some(
      ({ steps, deepest }) => deepest === 'payment' && !steps.some((s) => s.step === 'shipping'),
    ),
  'a way back to an earlier step': ({ carts }) =>
    carts.some(({ steps, deepest }) => steps.at(-1)?.step !== deepest),
  'time spent in several steps': ({ carts }) =>
    carts.some(({ steps }) => steps.filter(({ activeMs }) => activeMs > 0).length > 1),
  'a stop, resumed': ({ carts }) => carts.some(({ stops }) => stops.length > 1),
  'a stop before any step': ({ carts }) =>
    carts.some(({ steps, stops }) => stops.some((stop) => !steps.some(({ at }) => at <= stop.at))),
  'a cart nobody came back to': ({ carts }) =>
    carts.some(({ stops }) => stops.length > 0 && stops.at(-1)?.until === undefined),
  'a recovered cart': ({ carts }) => carts.some(({ order, stops }) => order && stops.length > 0),

  // Orders, and what is told of them
  'an order without a cart': ({ carts }) => carts.some(({ direct }) => direct),
  'an order without a number': ({ parts }) =>
    parts.some((part) => purchaseIn(part) && orderIdOf(purchaseIn(part)!) === purchaseIn(part)!.id),
  'an order told again at once': ofWord('purchase', (w) => sinceOrder(w) < 30 * MINUTE),
  'an order told again hours later': ofWord('purchase', (w) => sinceOrder(w) >= 60 * MINUTE),
  'an order told again in the next journey': ({ parts, later }) =>
    later.some(
      (w) =>
        w.type === 'purchase' &&
        (parts[parts.indexOf(w.about) + 1]?.own[0]?.at ?? Infinity) < w.touchpoint.at,
    ),
  'an order told line by line': ofWord('purchase', ({ touchpoint, about }) => {
    const [here, there] = [itemsIn(touchpoint), itemsIn(purchaseIn(about)!)];
    return (
      here.length > 0 &&
      there.length > 0 &&
      here.every((a) => there.every((b) => a.item_id !== b.item_id))
    );
  }),
  'a claim the server confirms': ofWord(
    'purchase',
    ({ touchpoint, about }) => touchpoint.confirmed === true && !purchaseIn(about)?.confirmed,
  ),
  'a claim of what the server confirmed': ofWord(
    'purchase',
    ({ touchpoint, about }) => !touchpoint.confirmed && purchaseIn(about)?.confirmed === true,
  ),
  'an order told in two currencies': ofWord(
    'purchase',
    (w) => textIn(w.touchpoint, 'currency') !== textIn(purchaseIn(w.about)!, 'currency'),
  ),
  'a refund of all': ofWord('refund', ({ touchpoint }) => !saysGoods(touchpoint)),
  'a refund of some': ({ carts }) =>
    carts.some(({ order }) => order && order.refunded > 0 && order.refunded < order.amount),
  'a refund of goods without prices': ofWord(
    'refund',
    ({ touchpoint }) =>
      valueIn(touchpoint) === undefined &&
      itemsIn(touchpoint).some((item) => item.price === undefined),
  ),
  'a refund in another currency': ofWord('refund', ({ touchpoint, about }) => {
    const currency = textIn(touchpoint, 'currency');
    return currency !== undefined && currency !== textIn(purchaseIn(about)!, 'currency');
  }),
  'a refund of an earlier order': ({ parts, later }) =>
    later.some(
      (w) =>
        w.type === 'refund' &&
        namesIt(w) &&
        parts
          .slice(parts.indexOf(w.about) + 1)
          .some((part) => (purchaseIn(part)?.at ?? Infinity) < w.touchpoint.at),
    ),
  'a refund of an unknown order': ofWord(
    'refund',
    (w) => !namesIt(w) && textIn(w.touchpoint, 'transaction_id') !== undefined,
  ),
  'a refund before any order': ({ parts }) =>
    parts.some(({ own, strayRefunds }) => own.length > 0 && strayRefunds.length > 0),
  'a journey that begins with a refund': ({ sorted }) =>
    sorted.length > 1 && sorted[0]?.type === 'refund',
  'a word on the order it names': ({ later }) => later.some((w) => isWord(w) && namesIt(w)),
  'a word on the last order': ({ later }) => later.some((w) => isWord(w) && !namesIt(w)),
  'a word with goods in the cart': atMoment((m) => isWord(m) && holdsGoods(m.before)),
  'a word that keeps a visit going': ({ later, sorted }) =>
    later.some((w) => {
      const index = sorted.indexOf(w.touchpoint);
      const [previous, next] = [sorted[index - 1], sorted[index + 1]];
      return (
        isWord(w) &&
        previous &&
        next &&
        next.at - previous.at >= 30 * MINUTE &&
        next.at - w.touchpoint.at < 30 * MINUTE &&
        w.touchpoint.at - previous.at < 30 * MINUTE
      );
    }),
};

function pairsOf(sorted: readonly StoredTouchpoint[]) {
  return sorted.slice(1).map((next, i) => [sorted[i]!, next] as const);
}

function hasGap(gapMs: number) {
  return ({ sorted }: Scene) => pairsOf(sorted).some(([a, b]) => b.at - a.at === gapMs);
}

function startsWith(matches: (first: StoredTouchpoint) => boolean) {
  return ({ parts }: Scene) =>
    parts.some(({ own }, i) => {
      const before = parts[i - 1];
      return before && purchaseIn(before) && own[0] && matches(own[0]);
    });
}

function atMoment(matches: (moment: Moment, scene: Scene) => boolean) {
  return (scene: Scene) => scene.moments.some((moment) => matches(moment, scene));
}

function ofWord(type: string, matches: (word: LaterWord) => boolean) {
  return ({ later }: Scene) => later.some((word) => word.type === type && matches(word));
}

function isOf(type: string) {
  return (touchpoint: StoredTouchpoint) => touchpoint.type === type;
}

function isSnapshot({ type }: StoredTouchpoint) {
  return SNAPSHOTS.includes(type);
}

function isWord({ type }: { type: string }) {
  return type === 'share' || type === 'survey' || type === 'review';
}

function isOwnStep(step: string | undefined) {
  return step !== undefined && !STEPS.some((known) => known === step);
}

function isForeign({ touchpoint, before }: Moment) {
  const currency = textIn(touchpoint, 'currency');
  return currency !== undefined && before.currency !== undefined && currency !== before.currency;
}

function isAmountOnly({ touchpoint }: Moment) {
  return (
    isSnapshot(touchpoint) && itemsIn(touchpoint).length === 0 && (valueIn(touchpoint) ?? 0) > 0
  );
}

function isWorthless({ after }: Moment) {
  return after.lines.length > 0 && after.amount === 0;
}

function isEmptying({ before, after }: Moment) {
  return holdsGoods(before) && !holdsGoods(after);
}

/** Whether goods that were bought with an earlier order went out of the cart. */
function tookOut({ touchpoint: { bought = [] }, before, after }: Moment) {
  const isLess = quantitiesOf(after.lines) < quantitiesOf(before.lines);
  return bought.length > 0 && (isLess || after.amount < before.amount || before.vague);
}

function quantitiesOf(lines: readonly CartLine[]) {
  return sumOfQuantities(lines.map(({ quantity }) => quantity));
}

function namesGoodsIn({ lines }: Contents, touchpoint: StoredTouchpoint) {
  return itemsIn(touchpoint).some((item) => lines.some((line) => keyOfLine(line) === keyOf(item)));
}

function saysGoods(touchpoint: StoredTouchpoint) {
  return valueIn(touchpoint) !== undefined || itemsIn(touchpoint).length > 0;
}

function namesIt({ touchpoint, about }: LaterWord) {
  return textIn(touchpoint, 'transaction_id') === orderIdOf(purchaseIn(about)!);
}

function sinceOrder({ touchpoint, about }: LaterWord) {
  return touchpoint.at - purchaseIn(about)!.at;
}
