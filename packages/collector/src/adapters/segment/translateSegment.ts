import { withoutMissing } from '../../import/withoutMissing.ts';
import { asRecord } from '../asRecord.ts';
import { asText } from '../asText.ts';
import { cleanUrl } from '../cleanUrl.ts';
import { eventName } from '../eventName.ts';
import { isWordOnOrder } from '../isWordOnOrder.ts';
import { plainParams } from '../plainParams.ts';
import { scrubbed } from '../scrubbed.ts';
import type { Params, Sender, Told, Translation } from '../told.ts';
import { type Event, ecommerceEvent } from './ecommerce.ts';

/** Where a message may say what it is, when the address it was posted to has not said it already. */
export type Call = 'track' | 'page' | 'screen' | 'identify' | 'alias' | 'group';

/**
 * Messages of Segment's HTTP API, which RudderStack's clients speak too: one, or a `batch` of them.
 *
 * `identify` and `alias` join a visitor to a user where they name both. What they say about a person
 * (traits), and `group`, is no part of a way to an order and is not kept.
 *
 * @see https://segment.com/docs/connections/sources/catalog/libraries/server/http-api/
 */
export function translateSegment(
  body: unknown,
  call: Call | undefined,
  sender: Sender,
): Translation {
  const envelope = asRecord(body);
  const messages = Array.isArray(envelope.batch) ? envelope.batch.map(asRecord) : [envelope];
  const sentAt = timeOf(envelope.sentAt) ?? timeOf(messages[0]?.sentAt);

  const told: Told[] = [];
  const refused: { id: string | null; reason: string }[] = [];
  messages.forEach((message, index) => {
    const seq = messages.length > 1 ? index : undefined;
    const type = call ?? message.type;
    const event = eventOf({ ...message, type });
    if (typeof event === 'string') {
      refused.push({ id: asText(message.messageId) ?? null, reason: event });
    } else if (event) {
      told.push(toTold({ ...message, type }, event, { ...sender, seq, sentAt }));
    }
  });
  return { sentAt, told, refused };
}

/** What a message tells; nothing where that is nothing to us; a text where it can't be understood. */
function eventOf(message: Params): Event | string | undefined {
  const { type } = message;
  const properties = asRecord(message.properties);
  switch (type) {
    case 'track': {
      const name = asText(message.event);
      if (name === undefined) return 'event: expected a name, got none';
      const custom = eventName(name);
      return (
        ecommerceEvent(name, properties) ??
        (custom === undefined
          ? `event: expected a name with letters or digits, got ${JSON.stringify(name)}`
          : { type: custom, params: plainParams(properties) })
      );
    }
    case 'page':
      return { type: 'page_view', params: plainParams(properties, PAGE_FIELDS) };
    case 'screen':
      return {
        type: 'screen_view',
        params: {
          ...plainParams(properties),
          ...withoutMissing({ screen_name: asText(message.name) }),
        },
      };
    case 'identify':
    case 'alias':
      return visitorOf(message) !== undefined && asText(message.userId) !== undefined
        ? { type: 'identify', params: {} }
        : undefined;
    case 'group':
      return undefined;
    default:
      return `type: expected track, page, screen, identify, alias or group, got ${JSON.stringify(type)}`;
  }
}

function toTold(
  message: Params,
  { type, params }: Event,
  {
    trusted,
    receivedAt,
    seq,
    sentAt,
  }: Sender & { seq: number | undefined; sentAt: number | undefined },
): Told {
  const page = placeOf(message, type);
  // A server that says no more than that there is an order vouches for none of its sums.
  const isEmptyWord = type === 'purchase' && params.value === undefined && !params.items;
  // RudderStack's servers always add the time of the call, beside the one that they were told.
  const at = timeOf(message.timestamp) ?? timeOf(message.originalTimestamp);
  return withoutMissing({
    key: asText(message.messageId) ?? JSON.stringify(message),
    type,
    at: at ?? sentAt ?? receivedAt,
    seq,
    visitor: visitorOf(message),
    user: asText(message.userId),
    url: cleanUrl(asText(page.url)),
    referrer: cleanUrl(asText(page.referrer)),
    title: typeof page.title === 'string' ? scrubbed(page.title) : undefined,
    channel: trusted ? channelOf(message) : undefined,
    confirmed: trusted && !isEmptyWord && isWordOnOrder(type) ? true : undefined,
    params,
  }) as Told;
}

/** What `context` says about the page, and a page call's own properties too: from a server, only they do. */
const PAGE_FIELDS: ReadonlySet<string> = new Set([
  'url',
  'tab_url',
  'path',
  'search',
  'referrer',
  'referring_domain',
  'initial_referrer',
  'initial_referring_domain',
  'title',
]);

function placeOf(message: Params, type: string): Params {
  const page = asRecord(asRecord(message.context).page);
  return type === 'page_view' ? { ...page, ...asRecord(message.properties) } : page;
}

function visitorOf(message: Params): string | undefined {
  const previous = message.type === 'alias' ? asText(message.previousId) : undefined;
  return previous ?? asText(message.anonymousId);
}

/**
 * Where a server says it happened: `context.channel`, a word of ours (`store`, `phone`, `email`, …).
 * The spec's own `channel` names the sender; of what it may say only `mobile` is a place.
 */
function channelOf(message: Params): string | undefined {
  const said = asText(asRecord(message.context).channel);
  return said ?? (message.channel === 'mobile' || message.type === 'screen' ? 'app' : undefined);
}

function timeOf(value: unknown): number | undefined {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
