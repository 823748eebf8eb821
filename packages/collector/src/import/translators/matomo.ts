import { asRecords } from '../../adapters/asRecords.ts';
import { asText } from '../../adapters/asText.ts';
import { cleanUrl } from '../../adapters/cleanUrl.ts';
import { eventName } from '../../adapters/eventName.ts';
import { scrubbed } from '../../adapters/scrubbed.ts';
import { parseAmount } from '../parseAmount.ts';
import { quote } from '../quote.ts';
import { toCountry } from '../toCountry.ts';
import { toDevice } from '../toDevice.ts';
import type { Reading } from '../toTouchpoint.ts';
import { withoutMissing } from '../withoutMissing.ts';
import { toReading } from './toReading.ts';
import type { Translator } from './translator.ts';

type Action = Record<string, unknown>;

type Said = { type: string; params?: Record<string, unknown> };

/** What tells the actions of a visit apart. Those that are alike in all of it are numbered. */
const IDENTITY = [
  'type',
  'timestamp',
  'url',
  'orderId',
  'siteSearchKeyword',
  'eventCategory',
  'eventAction',
  'eventName',
];

/**
 * Visits of Matomo's `Live.getLastVisitsDetails`, one a line, their `actionDetails` as touchpoints.
 *
 * @see https://developer.matomo.org/api-reference/reporting-api#Live
 */
export const matomo: Translator = {
  read([visit]) {
    const idVisit = asText(visit.idVisit);
    if (idVisit === undefined || !Array.isArray(visit.actionDetails)) {
      const got = quote(visit.idVisit);
      const reason = `idVisit, actionDetails: expected a visit with its actions, got ${got}`;
      return [{ kind: 'problem', reason }];
    }
    const currency = asText(visit.siteCurrency);
    const money = /^[A-Z]{3}$/.test(currency ?? '') ? currency : undefined;
    const owner = {
      visitor: asText(visit.visitorId),
      user: asText(visit.userId),
      device: toDevice(visit.deviceType),
      country: toCountry(visit.countryCode),
    };
    const seen = new Map<string, number>();

    return asRecords(visit.actionDetails).map((action, index): Reading => {
      const said = saidBy(action, money);
      if (said === undefined) return { kind: 'leftOut' };

      const identity = JSON.stringify([
        asText(visit.idSite) ?? null,
        idVisit,
        ...IDENTITY.map((field) => asText(action[field]) ?? null),
      ]);
      const copy = seen.get(identity) ?? 0;
      seen.set(identity, copy + 1);
      const title = asText(action.pageTitle);
      return toReading('matomo', {
        ...owner,
        ...said,
        key: `${identity} ${copy}`,
        at: timeOf(action.timestamp),
        seq: index,
        url: cleanUrl(asText(action.url)),
        // Matomo has it of the visit: where it came from is told by what it began with.
        referrer: index === 0 ? cleanUrl(asText(visit.referrerUrl)) : undefined,
        title: title === undefined ? undefined : scrubbed(title),
      });
    });
  },
};

/** `undefined` for what is nothing on a way to an order: a goal, which is another action counted, or a download. */
function saidBy(action: Action, currency: string | undefined): Said | undefined {
  switch (action.type) {
    case 'action':
      return productOf(action, currency) ?? { type: 'page_view' };
    case 'search':
      return {
        type: 'search',
        params: withoutMissing({ search_term: textOf(action.siteSearchKeyword) }),
      };
    case 'event': {
      const type = eventName(asText(action.eventAction) ?? '');
      const params = withoutMissing({
        event_category: textOf(action.eventCategory),
        event_label: textOf(action.eventName),
      });
      return type === undefined ? undefined : { type, params };
    }
    case 'ecommerceOrder':
      return {
        type: 'purchase',
        params: withoutMissing({
          ...goodsOf(action, currency),
          transaction_id: asText(action.orderId),
          tax: parseAmount(action.revenueTax),
          shipping: parseAmount(action.revenueShipping),
        }),
      };
    case 'ecommerceAbandonedCart':
      return { type: 'view_cart', params: goodsOf(action, currency) };
    default:
      return undefined;
  }
}

/** A page on which a product was seen, as Matomo tells since version 4. */
function productOf(action: Action, currency: string | undefined): Said | undefined {
  const item = withoutMissing({
    item_id: asText(action.productViewSku),
    item_name: textOf(action.productViewName),
    price: parseAmount(action.productViewPrice),
  });
  if (item.item_id === undefined && item.item_name === undefined) return undefined;
  return { type: 'view_item', params: withoutMissing({ currency, items: [item] }) };
}

function goodsOf(action: Action, currency: string | undefined): Record<string, unknown> {
  const items = asRecords(action.itemDetails).map((item) =>
    withoutMissing({
      item_id: asText(item.itemSKU),
      item_name: textOf(item.itemName),
      item_category: textOf(item.itemCategory),
      price: parseAmount(item.price),
      quantity: parseAmount(item.quantity),
    }),
  );
  return withoutMissing({
    currency,
    value: parseAmount(action.revenue),
    items: items.length > 0 ? items : undefined,
  });
}

function textOf(value: unknown): string | undefined {
  const text = asText(value);
  return text === undefined ? undefined : scrubbed(text);
}

function timeOf(seconds: unknown): number | undefined {
  const number = Number(asText(seconds));
  return Number.isFinite(number) ? number * 1000 : undefined;
}
