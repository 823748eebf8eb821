import type { Settings } from '../settings/settings.ts';
import { listSites } from '../sites/site.ts';

/** Whom a foreign client sends for. */
export interface Credentials {
  /** Public id of the site. */
  site: string;
  /** A secret key with the scope `write`. Unproven: the door checks it. */
  token?: string;
}

/**
 * Reads what a foreign client calls its write key (Segment, RudderStack) or app id (Snowplow):
 *
 * - `shop`, the public id of a site: for browsers, which must come from an allowed origin;
 * - `shop:ctk_…`, the same with a secret key: for servers;
 * - `ctk_…` alone, where the collector has one site only.
 */
export async function readWriteKey(
  settings: Settings,
  writeKey: string,
): Promise<Credentials | undefined> {
  const parts = writeKey.split(':').filter((part) => part !== '');
  const token = parts.find((part) => part.startsWith('ctk_'));
  const site = parts.find((part) => part !== token);
  if (!token) return site ? { site } : undefined;
  if (site) return { site, token };

  const [only, another] = await listSites(settings);
  return only && !another ? { site: only.id, token } : undefined;
}
