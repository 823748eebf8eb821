import { withoutMissing } from '../../import/withoutMissing.ts';
import { asText } from '../asText.ts';
import type { Params, Sender, Told, Translation } from '../told.ts';
import { toEvent } from './toEvent.ts';

/** What a product's fields are called in `pr1=id123~nmMug~pr12.5~qt2`. */
const ITEM_FIELDS: Readonly<Record<string, string>> = {
  id: 'item_id',
  nm: 'item_name',
  br: 'item_brand',
  ca: 'item_category',
  va: 'item_variant',
  pr: 'price',
  qt: 'quantity',
  cp: 'coupon',
  ds: 'discount',
  lp: 'index',
  li: 'item_list_id',
  ln: 'item_list_name',
};

/**
 * A hit of gtag.js: what all its events share in the query, and an event there or one in each line
 * of the body. A hit sent once more is known by its page load (`_p`) and its number in it (`_s`).
 *
 * The form is no published contract; it is what browsers were seen to send. A hit whose shopper said
 * no to analytics (`gcs`) is not kept.
 */
export function translateCollect(
  query: URLSearchParams,
  body: string,
  { receivedAt }: Sender,
): Translation {
  const lines = body.split(/\r?\n/).filter((line) => line !== '');
  const told: Told[] = [];
  const refused: { id: string | null; reason: string }[] = [];

  (lines.length > 0 ? lines : ['']).forEach((line, seq) => {
    const hit = new URLSearchParams([...query, ...new URLSearchParams(line)]);
    if (/^G1.0$/.test(hit.get('gcs') ?? '')) return;

    const name = hit.get('en') ?? undefined;
    const params = paramsOf(hit);
    const said = toEvent(name, params);
    if (typeof said === 'string') {
      refused.push({ id: null, reason: said });
    } else if (said) {
      const visitor = hit.get('cid');
      told.push(
        withoutMissing({
          key:
            asText(params.event_id) ??
            JSON.stringify([
              visitor,
              hit.get('sid'),
              hit.get('_p'),
              hit.get('_s'),
              seq,
              name,
              line,
            ]),
          ...said,
          at: receivedAt,
          seq: Number(hit.get('_s') ?? 0) + seq,
          visitor: asText(visitor),
          user: asText(hit.get('uid')),
        }) as Told,
      );
    }
  });
  return { told, refused };
}

function paramsOf(hit: URLSearchParams): Params {
  const params: Params = {
    page_location: hit.get('dl'),
    page_referrer: hit.get('dr'),
    page_title: hit.get('dt'),
    currency: hit.get('cu') ?? undefined,
  };
  const items: Params[] = [];
  for (const [name, value] of hit) {
    const [, kind, field] = /^(ep|epn)\.(\w+)$/.exec(name) ?? [];
    if (field) params[field] = kind === 'epn' ? Number(value) : value;
    if (/^pr\d+$/.test(name)) items.push(toItem(value));
  }
  return items.length > 0 ? { ...params, items } : params;
}

/** `~` parts the fields, and is doubled where it is meant. */
function toItem(text: string): Params {
  const fields = text.split(/(?<!~)~(?!~)/).flatMap((field): [string, string][] => {
    const name = ITEM_FIELDS[field.slice(0, 2)];
    return name === undefined ? [] : [[name, field.slice(2).replaceAll('~~', '~')]];
  });
  return Object.fromEntries(fields);
}
