import type { Settings } from '../settings/settings.ts';
import { type Grant, grant } from './access.ts';
import { grantId } from './grantId.ts';
import { hashSecret } from './secret.ts';

/** A link that lets whoever has it read one site's pages. Its secret is not kept, only a hash. */
export interface Share {
  /** What to take it back by. Says nothing about the secret. */
  id: string;
  site: string;
  /** Epoch milliseconds. */
  expiresAt: number;
}

export const SHARE_DAYS = { least: 1, most: 365, usual: 30 } as const;

const DAY_MS = 24 * 60 * 60 * 1000;
const PREFIX = 'share:';

/**
 * Makes a link to one site's pages.
 *
 * @returns Its path, with the secret: the only moment that is seen.
 * @throws {RangeError} If `days` is not between 1 and 365.
 */
export async function makeShare(
  settings: Settings,
  { site, days, now }: { site: string; days: number; now: number },
): Promise<{ path: string; share: Share }> {
  if (!(Number.isInteger(days) && days >= SHARE_DAYS.least && days <= SHARE_DAYS.most)) {
    throw new RangeError(
      `Expected days to be from ${SHARE_DAYS.least} to ${SHARE_DAYS.most}, got ${JSON.stringify(days)}`,
    );
  }
  const expiresAt = now + days * DAY_MS;
  const secret = await grant(settings, 'share', { scope: 'read', site, expiresAt });
  const id = grantId(await hashSecret(secret));
  return { path: `/share?code=${secret}`, share: { id, site, expiresAt } };
}

/** A site's links that still work, the one that ends first, first. */
export async function listShares(
  settings: Settings,
  { site, now }: { site: string; now: number },
): Promise<Share[]> {
  const shares = await settings.list<Grant>(PREFIX);
  return shares
    .flatMap(({ key, value: { site: of, expiresAt } }) =>
      of === site && expiresAt !== undefined && expiresAt > now
        ? [{ id: grantId(key.slice(PREFIX.length)), site, expiresAt }]
        : [],
    )
    .sort((a, b) => a.expiresAt - b.expiresAt);
}

/** Takes a link back, for everybody who came in by it. Resolves to whether there was one. */
export async function revokeShare(
  settings: Settings,
  { site, id }: { site: string; id: string },
): Promise<boolean> {
  const shares = await settings.list<Grant>(PREFIX);
  const found = shares.find(
    ({ key, value }) => value.site === site && grantId(key.slice(PREFIX.length)) === id,
  );
  return found !== undefined && settings.remove(found.key);
}
