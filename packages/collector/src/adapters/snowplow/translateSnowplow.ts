import { withoutMissing } from '../../import/withoutMissing.ts';
import { asRecord } from '../asRecord.ts';
import { asText } from '../asText.ts';
import { cleanUrl } from '../cleanUrl.ts';
import { eventName } from '../eventName.ts';
import { isWordOnOrder } from '../isWordOnOrder.ts';
import { plainParams } from '../plainParams.ts';
import { scrubbed } from '../scrubbed.ts';
import type { Params, Sender, Told, Translation } from '../told.ts';
import { type Event, ecommerceAction } from './ecommerceAction.ts';
import { legacyOrder } from './legacyOrder.ts';
import { entitiesOf, type SelfDescribing, unstructEvent } from './selfDescribing.ts';

/**
 * Payloads of Snowplow's tracker protocol, version 2.
 *
 * Page pings (`pp`), which say every few seconds that a page is still open, are not kept.
 *
 * @see https://docs.snowplow.io/docs/sources/trackers/snowplow-tracker-protocol/
 */
export function translateSnowplow(
  payloads: readonly unknown[],
  { trusted, receivedAt }: Sender,
): Translation {
  const all = payloads.map(asRecord);
  const told: Told[] = [];
  const refused: { id: string | null; reason: string }[] = [];

  all.forEach((payload, index) => {
    const entities = entitiesOf(payload);
    const event = eventOf(payload, entities, all);
    if (typeof event === 'string') {
      refused.push({ id: asText(payload.eid) ?? null, reason: event });
    } else if (event) {
      const session = entities.find(({ name }) => name === 'client_session')?.data ?? {};
      told.push(
        withoutMissing({
          key: asText(payload.eid) ?? JSON.stringify(payload),
          ...event,
          at: timeOf(payload.ttm) ?? timeOf(payload.dtm) ?? timeOf(payload.stm) ?? receivedAt,
          seq:
            typeof session.eventIndex === 'number'
              ? session.eventIndex
              : all.length > 1
                ? index
                : undefined,
          visitor: asText(payload.duid) ?? asText(session.userId),
          user: asText(payload.uid),
          url: cleanUrl(asText(payload.url)),
          referrer: cleanUrl(asText(payload.refr)),
          title: typeof payload.page === 'string' ? scrubbed(payload.page) : undefined,
          channel: trusted && (payload.p === 'mob' || payload.p === 'app') ? 'app' : undefined,
          confirmed: trusted && isWordOnOrder(event.type) ? true : undefined,
        }) as Told,
      );
    }
  });
  return { sentAt: timeOf(all[0]?.stm), told, refused };
}

/** What a payload tells; nothing where that is nothing to us; a text where it can't be understood. */
function eventOf(
  payload: Params,
  entities: readonly SelfDescribing[],
  all: readonly Params[],
): Event | string | undefined {
  switch (payload.e) {
    case 'pv':
      return { type: 'page_view', params: {} };
    case 'pp':
      return undefined;
    case 'ue': {
      const event = unstructEvent(payload);
      if (!event) return 'ue_pr: expected a self-describing event, got none';
      return ecommerceAction(event, entities) ?? selfDescribed(event);
    }
    case 'se': {
      const params = withoutMissing({
        category: payload.se_ca,
        label: payload.se_la,
        property: payload.se_pr,
        amount: payload.se_va,
      });
      const type = eventName(asText(payload.se_ac) ?? '');
      return type === undefined
        ? 'se_ac: expected an action, got none'
        : { type, params: plainParams(params) };
    }
    case 'tr':
    case 'ti':
      return legacyOrder(payload, all);
    default:
      return `e: expected pv, pp, ue, se, tr or ti, got ${JSON.stringify(payload.e)}`;
  }
}

/** Any other event, by the name of its schema. Some of Snowplow's own have a name in GA4. */
function selfDescribed({ name, data }: SelfDescribing): Event | string {
  switch (name) {
    case 'add_to_cart':
    case 'remove_from_cart':
      return {
        type: name,
        params: withoutMissing({
          currency: data.currency,
          items: [
            withoutMissing({
              item_id: asText(data.sku),
              item_name: data.name,
              item_category: data.category,
              price: data.unitPrice ?? data.unit_price,
              quantity: data.quantity,
            }),
          ],
        }),
      };
    case 'site_search':
      return {
        type: 'search',
        params: { search_term: scrubbed([data.terms ?? []].flat().join(' ')) },
      };
    case 'application_error':
      return {
        type: 'exception',
        params: withoutMissing({ description: asText(data.message), fatal: data.isFatal }),
      };
    default: {
      const type = eventName(name);
      return type === undefined
        ? `schema: expected a name with letters or digits, got ${JSON.stringify(name)}`
        : { type, params: plainParams(data) };
    }
  }
}

function timeOf(value: unknown): number | undefined {
  const time = Number(asText(value));
  return Number.isFinite(time) ? time : undefined;
}
