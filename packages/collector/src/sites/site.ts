import { ABANDONED_AFTER_MS, LOST_AFTER_MS } from '@cartograph/journey';
import type { Settings } from '../settings/settings.ts';

/** A shop, and how its owner wants it counted. */
export interface Site {
  /** Public: it stands in the script tag. */
  id: string;
  name: string;
  /** Where touchpoints may come from: `https://shop.example`, or `https://*.shop.example`. */
  origins: readonly string[];
  /** ISO 4217: for amounts that name none, and for sums. */
  currency: string;
  /** IANA name: days begin by it. */
  timeZone: string;
  /** Silence with goods in the cart that counts as a stop, in milliseconds. @default 60 minutes */
  abandonedAfterMs: number;
  /** Touchpoints older than this when they arrive are refused, in days. Kept for ever when left out. */
  retentionDays?: number;
  /** Which orders reports count: all that were told, or those that the shop's server confirmed. @default 'claimed' */
  orders?: 'claimed' | 'confirmed';
}

/** Characters of a site's name. */
export const MAX_SITE_NAME = 100;

const key = (id: string) => `site:${id}`;

export function findSite(settings: Settings, id: string): Promise<Site | undefined> {
  return settings.get<Site>(key(id));
}

export async function listSites(settings: Settings): Promise<Site[]> {
  return (await settings.list<Site>('site:')).map(({ value }) => value);
}

/**
 * Adds or changes a site.
 *
 * @throws {SiteError} Naming the field, what was expected and what came.
 */
export async function saveSite(
  settings: Settings,
  input: Pick<Site, 'id'> & Partial<Site>,
): Promise<Site> {
  const site: Site = {
    name: input.id,
    origins: [],
    currency: 'USD',
    timeZone: 'UTC',
    abandonedAfterMs: ABANDONED_AFTER_MS,
    ...input,
  };
  expect(/^[a-z0-9][a-z0-9-]{0,62}$/.test(site.id), 'id', 'letters, digits and -', site.id);
  expect(
    isText(site.name) && site.name.trim() !== '' && site.name.length <= MAX_SITE_NAME,
    'name',
    `1 to ${MAX_SITE_NAME} characters`,
    site.name,
  );
  expect(
    isText(site.currency) && /^[A-Z]{3}$/.test(site.currency),
    'currency',
    'an ISO 4217 code like EUR',
    site.currency,
  );
  expect(isTimeZone(site.timeZone), 'timeZone', 'an IANA name like Europe/Berlin', site.timeZone);
  expect(
    // Longer silences end the journey itself.
    isBetween(site.abandonedAfterMs, 60_000, LOST_AFTER_MS),
    'abandonedAfter',
    site.abandonedAfterMs > LOST_AFTER_MS ? '30 days or less' : '1 minute or more',
    site.abandonedAfterMs,
  );
  expect(
    site.retentionDays === undefined || isBetween(site.retentionDays, 1, Number.MAX_SAFE_INTEGER),
    'retentionDays',
    '1 day or more',
    site.retentionDays,
  );
  expect(
    site.orders === undefined || ['claimed', 'confirmed'].includes(site.orders),
    'orders',
    'claimed or confirmed',
    site.orders,
  );
  const origins: unknown = site.origins;
  expect(Array.isArray(origins), 'origin', 'in a list', origins);
  for (const origin of site.origins) {
    expect(
      isText(origin) && /^https?:\/\/(\*\.)?[a-z0-9.-]+(:\d+)?$/.test(origin),
      'origin',
      'https://shop.example or https://*.shop.example, without a path',
      origin,
    );
  }
  await settings.put(key(site.id), site);
  return site;
}

/** Something about a site that can't be. */
export class SiteError extends TypeError {
  override name = 'SiteError';
  readonly field: SiteField;

  constructor(field: SiteField, expected: string, got: unknown) {
    super(`Expected ${field} to be ${expected}, got ${JSON.stringify(got)}`);
    this.field = field;
  }
}

export type SiteField =
  | 'id'
  | 'name'
  | 'currency'
  | 'timeZone'
  | 'abandonedAfter'
  | 'retentionDays'
  | 'orders'
  | 'origin';

/** Settings come from files and other collectors, too. */
function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isBetween(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && value >= least && value <= most;
}

function expect(fine: boolean, field: SiteField, expected: string, got: unknown): void {
  if (!fine) throw new SiteError(field, expected, got);
}

function isTimeZone(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }));
  } catch {
    return false;
  }
}
