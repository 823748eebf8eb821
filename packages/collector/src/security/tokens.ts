import type { Settings } from '../settings/settings.ts';
import { type Grant, grant, type Scope } from './access.ts';
import { grantId } from './grantId.ts';

/** A key of a program. Its secret is not kept, only a hash. */
export interface Token {
  /** What to take it back by. Says nothing about the secret. */
  id: string;
  scope: Scope;
  name?: string;
  /** Epoch milliseconds; missing in those that were made before it was noted. */
  madeAt?: number;
}

/** Characters of a token's name. */
export const MAX_TOKEN_NAME = 60;

const PREFIX = 'token:';

/** Makes a token that is good for all sites. Resolves to its secret: the only moment that is seen. */
export function makeToken(
  settings: Settings,
  { scope, name, now }: { scope: Scope; name: string; now: number },
): Promise<string> {
  return grant(settings, 'token', { scope, ...(name !== '' && { name }), madeAt: now });
}

/** Those that still work, the latest first. */
export async function listTokens(settings: Settings, now: number): Promise<Token[]> {
  const tokens = await settings.list<Grant>(PREFIX);
  return tokens
    .filter(({ value: { expiresAt = Number.POSITIVE_INFINITY } }) => expiresAt > now)
    .map(({ key, value: { scope, name, madeAt } }) => ({
      id: grantId(key.slice(PREFIX.length)),
      scope,
      ...(name !== undefined && { name }),
      ...(madeAt !== undefined && { madeAt }),
    }))
    .sort((a, b) => (b.madeAt ?? 0) - (a.madeAt ?? 0));
}

/** Takes a token back. Resolves to whether there was one. */
export async function revokeToken(settings: Settings, id: string): Promise<boolean> {
  const tokens = await settings.list<Grant>(PREFIX);
  const found = tokens.find(({ key }) => grantId(key.slice(PREFIX.length)) === id);
  return found !== undefined && settings.remove(found.key);
}
