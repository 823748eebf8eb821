import type { Settings } from '../settings/settings.ts';
import { hashSecret, newSecret } from './secret.ts';

export const SCOPES = ['read', 'write', 'admin'] as const;

/** `read` sees reports, `write` sends touchpoints as a server, `admin` does everything. */
export type Scope = (typeof SCOPES)[number];

export interface Grant {
  scope: Scope;
  /** Epoch milliseconds. For ever when left out. */
  expiresAt?: number;
  /** The one site that it is good for. All of them when left out. */
  site?: string;
  /** What its owner calls it. */
  name?: string;
  /** When it was made, in epoch milliseconds, where that was noted. */
  madeAt?: number;
}

/**
 * Tokens are for programs, sessions for browsers; a login is a link that works once, a share one that
 * works for whoever has it until it expires or is taken back.
 */
type Kind = 'token' | 'session' | 'login' | 'share';

const PREFIX: Readonly<Record<Kind, string>> = {
  token: 'ctk',
  session: 'cts',
  login: 'ctl',
  share: 'cth',
};

/** Whether a secret looks like one of this kind. It may still be unknown. */
export function isOfKind(secret: string, kind: Kind): boolean {
  return secret.startsWith(`${PREFIX[kind]}_`);
}

/** Makes a secret and keeps its hash. This is the only moment the secret is seen. */
export async function grant(settings: Settings, kind: Kind, given: Grant): Promise<string> {
  const secret = newSecret(PREFIX[kind]);
  await settings.put(`${kind}:${await hashSecret(secret)}`, given);
  return secret;
}

/** What a secret opens, or `undefined` when it is unknown or has expired. */
export async function granted(
  settings: Settings,
  kind: Kind,
  { secret, now }: { secret: string; now: number },
): Promise<Grant | undefined> {
  const key = `${kind}:${await hashSecret(secret)}`;
  const found = await settings.get<Grant>(key);
  if (!found || (found.expiresAt ?? Number.POSITIVE_INFINITY) > now) return found;
  await settings.remove(key);
  return undefined;
}

/** Takes a secret back. Resolves to what it opened, if it still did: to one caller only. */
export async function revoke(
  settings: Settings,
  kind: Kind,
  { secret, now }: { secret: string; now: number },
): Promise<Grant | undefined> {
  const found = await granted(settings, kind, { secret, now });
  const removed = await settings.remove(`${kind}:${await hashSecret(secret)}`);
  return removed ? found : undefined;
}

/** Whether a grant is good at a path: one of a single site only below that site's pages and API. */
export function reaches({ site }: Grant, path: string): boolean {
  if (site === undefined) return true;
  return [`/sites/${site}/`, `/api/sites/${site}/`].some((start) => `${path}/`.startsWith(start));
}

export function allows(given: Grant | undefined, needed: Scope): boolean {
  return given !== undefined && (given.scope === needed || given.scope === 'admin');
}
