import { asRecord } from '../../adapters/asRecord.ts';
import { asRecords } from '../../adapters/asRecords.ts';
import { asText } from '../../adapters/asText.ts';
import { toEvent } from '../../adapters/ga4/toEvent.ts';
import { quote } from '../quote.ts';
import { toCountry } from '../toCountry.ts';
import { toDevice } from '../toDevice.ts';
import { withoutMissing } from '../withoutMissing.ts';
import { toReading } from './toReading.ts';
import type { Translator } from './translator.ts';

type Params = Record<string, unknown>;

/** What Google's clients count for themselves, by its name in the export. */
const OWN = /^(ga_session_number|engage\w*|session_engaged|entrances|batch_\w+|firebase_\w+)$/;

/** What an item says of itself, and not of the sums that Google makes of it. */
const ITEM_FIELDS = [
  'item_id',
  'item_name',
  'item_brand',
  'item_variant',
  'item_category',
  'item_list_id',
  'item_list_name',
  'coupon',
];

/** What tells one event from all others. Exports older than the last four lack them. */
const IDENTITY = [
  'user_pseudo_id',
  'user_id',
  'event_timestamp',
  'event_name',
  'event_bundle_sequence_id',
  'batch_page_id',
  'batch_ordering_id',
  'batch_event_index',
];

/**
 * Rows of `events_YYYYMMDD`, as GA4 exports them to BigQuery. Whole numbers may be texts: BigQuery
 * writes its own so. Events of a shopper who said no to analytics are left out.
 *
 * @see https://support.google.com/analytics/answer/7029846
 */
export const ga4BigQuery: Translator = {
  read([event]) {
    const asked = asText(asRecord(event.privacy_info).analytics_storage);
    if (asked?.toLowerCase() === 'no') return [{ kind: 'leftOut' }];

    const params = paramsOf(event.event_params);
    const { ga_session_id: session, ...others } = params;
    const name = asText(event.event_name);
    if (name === undefined) {
      return [{ kind: 'problem', reason: 'event_name: expected a name, got nothing' }];
    }
    const at = timeOf(event.event_timestamp);
    if (at === undefined) {
      const got = quote(event.event_timestamp);
      const reason = `event_timestamp: expected epoch microseconds, got ${got}`;
      return [{ kind: 'problem', reason }];
    }

    const items = asRecords(event.items).map(itemOf);
    const said = toEvent(name, {
      ...kept(others),
      ...orderOf(event),
      ...(items.length > 0 && { items }),
    });
    if (said === undefined) return [{ kind: 'leftOut' }];
    if (typeof said === 'string') return [{ kind: 'problem', reason: said }];

    const platform = asText(event.platform) ?? 'WEB';
    const identity = IDENTITY.map((field) => asText(event[field]) ?? null);
    return [
      toReading('ga4-bigquery', {
        ...said,
        key: JSON.stringify([identity, Object.entries(params).sort(byName), items]),
        params: { ...said.params, ...withoutMissing({ session_id: asText(session) }) },
        at,
        seq: numberOf(event.batch_event_index),
        visitor: asText(event.user_pseudo_id),
        user: asText(event.user_id),
        channel: platform === 'WEB' ? undefined : 'app',
        device: toDevice(asRecord(event.device).category),
        country: toCountry(asRecord(event.geo).country),
      }),
    ];
  },
};

/** `[{ key, value: { int_value: "3" } }]` as `{ [key]: 3 }`. */
function paramsOf(list: unknown): Params {
  const entries = asRecords(list).flatMap(({ key, value }): [string, unknown][] => {
    const { string_value, int_value, float_value, double_value } = asRecord(value);
    const number = numberOf(int_value) ?? numberOf(float_value) ?? numberOf(double_value);
    const said = string_value ?? number ?? int_value;
    return typeof key === 'string' && isSaid(said) ? [[key, said]] : [];
  });
  return Object.fromEntries(entries);
}

function kept(params: Params): Params {
  return Object.fromEntries(Object.entries(params).filter(([name]) => !OWN.test(name)));
}

/** What stands beside the params: of an order, and of what was given back. */
function orderOf({ event_name, ecommerce, event_params }: Params): Params {
  if (event_name !== 'purchase' && event_name !== 'refund') return {};
  const { transaction_id, purchase_revenue, refund_value, tax_value, shipping_value } =
    asRecord(ecommerce);
  const { value, tax, shipping, ...params } = paramsOf(event_params);
  const revenue = event_name === 'purchase' ? purchase_revenue : refund_value;
  return withoutMissing({
    transaction_id: asText(params.transaction_id) ?? textOf(transaction_id),
    value: value ?? numberOf(revenue),
    tax: tax ?? numberOf(tax_value),
    shipping: shipping ?? numberOf(shipping_value),
  });
}

function itemOf(item: Params): Params {
  const fields = ITEM_FIELDS.map((name) => [name, textOf(item[name])]);
  return withoutMissing({
    ...Object.fromEntries(fields),
    price: numberOf(item.price),
    quantity: numberOf(item.quantity),
    index: numberOf(item.item_list_index),
  });
}

function textOf(value: unknown): string | undefined {
  return isSaid(value) ? asText(value) : undefined;
}

/** What GA4 writes where nothing was told. */
function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && value !== '(not set)';
}

function numberOf(value: unknown): number | undefined {
  const text = asText(value);
  const number = text === undefined ? Number.NaN : Number(text);
  const isExact = !Number.isInteger(number) || Number.isSafeInteger(number);
  return Number.isFinite(number) && isExact ? number : undefined;
}

function timeOf(micros: unknown): number | undefined {
  const number = numberOf(micros);
  return number === undefined ? undefined : Math.floor(number / 1000);
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}
