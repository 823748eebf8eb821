import { clickOf } from './clickId.ts';
import { isOwnHost } from './isOwnHost.ts';
import { type SiteKind, siteKind } from './siteKind.ts';

/** Where a visit comes from, in GA4's words, in small letters. `''` for what nobody said. */
export interface TrafficSource {
  /** A host or a name. `(direct)` where there is none. */
  source: string;
  medium: string;
  campaign: string;
  kind: SiteKind | undefined;
}

/** How a visit came to a page. */
export interface Landing {
  /** The page, absolute. */
  url?: string | undefined;
  /** Absolute; of an app, `android-app://…`. */
  referrer?: string | undefined;
}

/** The medium of a link that nobody tagged. */
const MEDIUM_OF: Readonly<Partial<Record<SiteKind, string>>> = {
  search: 'organic',
  email: 'email',
  ads: 'display',
};

/**
 * What a landing says about where the visit comes from: by the tags of its campaign, else by a
 * network's click id, else by the page before.
 *
 * @param origins The site's own, as its settings have them: `https://shop.example`, `https://*.shop.example`.
 * @returns `undefined` where it says nothing new: the page before was the site's own, or a payment
 * gateway's, which shoppers return from with whatever the shop put into the address.
 */
export function trafficSource(
  { url, referrer }: Landing,
  origins: readonly string[] = [],
): TrafficSource | undefined {
  const page = parse(url);
  const before = parse(referrer)?.hostname.replace(/^www\./, '');
  const kind = before === undefined ? undefined : siteKind(before);
  if (kind === 'gateway') return undefined;

  const tags = page && (page.search || page.hash) ? campaignOf(paramsOf(page), before) : undefined;
  if (tags) return { ...tags, kind: siteKind(tags.source) };

  if (before === undefined) {
    return { source: '(direct)', medium: '(none)', campaign: '', kind: undefined };
  }
  if (isOwnHost(before, page ? [page.hostname, ...origins] : origins)) return undefined;
  const medium = (kind && MEDIUM_OF[kind]) ?? 'referral';
  return { source: before, medium, campaign: '', kind };
}

/** What a landing's own address says: tags, and the mark of a network's click for what they leave out. */
function campaignOf(
  params: ReadonlyMap<string, string>,
  before: string | undefined,
): Omit<TrafficSource, 'kind'> | undefined {
  const source = params.get('utm_source') ?? '';
  const medium = params.get('utm_medium') ?? '';
  const campaign = params.get('utm_campaign') ?? '';

  const click = source && medium ? undefined : clickOf(params);
  if (click) return { source: click.source, medium: medium || click.medium, campaign };
  const isTagged = source || medium || campaign;
  return isTagged ? { source: source || before || '', medium, campaign } : undefined;
}

function parse(url: string | undefined): URL | undefined {
  return (url && URL.parse(url)) || undefined;
}

/** The params of a page, also of those that stand behind a route (`#/product?utm_source=…`). */
function paramsOf({ search, hash }: URL): Map<string, string> {
  const routed = hash.includes('?') ? hash.slice(hash.indexOf('?')) : '';
  return new Map(
    [...new URLSearchParams(routed), ...new URLSearchParams(search)].map(([name, value]) => [
      name.toLowerCase(),
      value.trim().toLowerCase(),
    ]),
  );
}
