import type { Site } from '../sites/site.ts';

/** A site as it stands in `CARTOGRAPH_SITES`: what `saveSite` takes, and where it is found. */
export interface SiteEntry extends Pick<Site, 'id'>, Omit<Partial<Site>, 'id'> {
  /** The host by which its pages and its tracker are reached, if sites have hosts of their own: `carts.shop.example`. */
  host?: string;
  /** Where events are sent to: `https://mail.shop.example/cartograph`. */
  webhook?: string;
}

const FIELDS: Readonly<Record<keyof SiteEntry, true>> = {
  id: true,
  name: true,
  origins: true,
  currency: true,
  timeZone: true,
  abandonedAfterMs: true,
  retentionDays: true,
  orders: true,
  host: true,
  webhook: true,
};

/**
 * Reads `CARTOGRAPH_SITES`. What the fields of a site may be is for `saveSite` to say.
 *
 * @throws {TypeError} Saying what was expected.
 */
export function readSites(given: unknown): readonly [SiteEntry, ...SiteEntry[]] {
  const sites = typeof given === 'string' ? parse(given) : given;
  if (!Array.isArray(sites)) throw refused('a list of sites', given);
  for (const site of sites) {
    if (typeof site?.id !== 'string') throw refused('sites with an `id` each', site);
    const [strange] = Object.keys(site).filter((field) => !(field in FIELDS));
    if (strange) throw refused(`sites with ${Object.keys(FIELDS).join(', ')}`, strange);
  }
  const [first, ...others] = sites as SiteEntry[];
  if (!first) throw refused('one site or more', given);
  return [first, ...others];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refused('JSON', text);
  }
}

function refused(expected: string, got: unknown): TypeError {
  return new TypeError(
    `Expected CARTOGRAPH_SITES to be ${expected}, got ${JSON.stringify(got ?? null)}`,
  );
}
