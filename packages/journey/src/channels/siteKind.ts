import { GATEWAY_SITES } from './data/gateways.ts';
import { SEARCH_HOSTS, SOCIAL_SITES, WEBMAIL_HOSTS } from './data/referrers.ts';
import {
  AD_SITES,
  AI_SITES,
  MORE_SOCIAL_SITES,
  NAMES,
  SEARCH_SITES,
  SHOPPING_SITES,
  VIDEO_SITES,
} from './data/sites.ts';

/**
 * What GA4 calls a source's category; and `ai`, which it has not, `email` and `ads`, which it tells by
 * the medium, and `gateway`, where shoppers only go to pay.
 */
export type SiteKind =
  | 'gateway'
  | 'ai'
  | 'email'
  | 'shopping'
  | 'video'
  | 'social'
  | 'ads'
  | 'search';

/** Country domains: `google.de`, `google.co.uk`, `google.com.br`. */
const COUNTRY_DOMAIN = /\.(?:(?:co|com|net|org)\.)?[a-z]{2,3}$/;

const SITES: ReadonlyMap<string, SiteKind> = kinds([
  ['gateway', GATEWAY_SITES],
  ['ai', AI_SITES],
  ['email', WEBMAIL_HOSTS],
  ['shopping', SHOPPING_SITES],
  ['video', VIDEO_SITES],
  ['social', SOCIAL_SITES],
  ['social', MORE_SOCIAL_SITES],
  ['ads', AD_SITES],
  ['search', SEARCH_SITES],
]);

const HOSTS: ReadonlyMap<string, SiteKind> = kinds([['search', SEARCH_HOSTS]]);

/**
 * What kind of site a source is: that of the longest name it lies below, so `gemini.google.com` is
 * something else than `google.com`, and `docs.google.com` nothing.
 *
 * @param source A host, or what people write into `utm_source` for one (`google`, `fb`). In small letters.
 */
export function siteKind(source: string): SiteKind | undefined {
  const named = Object.hasOwn(NAMES, source) ? NAMES[source]! : source;
  const host = named.replace(/^(www\d?|m)\./, '');
  const known = lookUp(HOSTS, host);
  for (let rest = host; !known && rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1)) {
    const kind = lookUp(SITES, rest);
    if (kind) return kind;
  }
  return known;
}

function lookUp(kinds: ReadonlyMap<string, SiteKind>, host: string): SiteKind | undefined {
  return kinds.get(host) ?? kinds.get(host.replace(COUNTRY_DOMAIN, '.*'));
}

function kinds(lists: readonly (readonly [SiteKind, string])[]): Map<string, SiteKind> {
  return new Map(
    lists.flatMap(([kind, list]) =>
      list
        .trim()
        .split(/\s+/)
        .map((host) => [host, kind] as const),
    ),
  );
}
