import { asRecords } from '../asRecords.ts';
import { asText } from '../asText.ts';
import { cleanUrl } from '../cleanUrl.ts';
import { eventName } from '../eventName.ts';
import { plainParams } from '../plainParams.ts';
import { scrubbed } from '../scrubbed.ts';
import type { Params, Told } from '../told.ts';

/** What Google's clients count for themselves, and what says where rather than what. */
const OWN: ReadonlySet<string> = new Set([
  'page_location',
  'page_referrer',
  'page_title',
  'session_id',
  'session_number',
  'engagement_time_msec',
  'engaged_session_event',
  'event_id',
  'debug_mode',
  'items',
]);

/** Sent by themselves beside what happened: that a visit began, that a page is still looked at. */
const AUTOMATIC: ReadonlySet<string> = new Set([
  'session_start',
  'first_visit',
  'user_engagement',
  'page_ping',
]);

/** Names that GA4 has two of. */
const ALSO: Readonly<Record<string, string>> = { view_search_results: 'search' };

/**
 * An event of GA4: its names are ours. A text where it can't be understood, nothing where it is
 * none of a shopper's doing.
 */
export function toEvent(
  name: string | undefined,
  params: Params,
): Pick<Told, 'type' | 'url' | 'referrer' | 'title' | 'params'> | string | undefined {
  if (name !== undefined && AUTOMATIC.has(name)) return undefined;
  const type = name === undefined ? undefined : (ALSO[name] ?? eventName(name));
  if (type === undefined) return `name: expected a name, got ${JSON.stringify(name)}`;

  const title = asText(params.page_title);
  return {
    type,
    url: cleanUrl(asText(params.page_location)),
    referrer: cleanUrl(asText(params.page_referrer)),
    title: title === undefined ? undefined : scrubbed(title),
    params: {
      ...plainParams(params, OWN),
      ...(Array.isArray(params.items) && {
        items: asRecords(params.items).map((item) => plainParams(item)),
      }),
    },
  };
}
