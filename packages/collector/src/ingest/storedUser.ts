import { sha256 } from '../security/sha256.ts';

const EMAIL = /^(mailto:)?[^\s@]+(@|%40)[^\s@]+\.[^\s@.]+$/i;

/**
 * A user's id as it is stored. One that is an e-mail address is kept as a hash only:
 * `sha256:` and the SHA-256 of `<site>:<address in lower case>`. The same address of the same site
 * has always the same hash, so devices and orders still join; two sites have nothing in common.
 */
export async function storedUser(site: string, user: string): Promise<string> {
  if (!EMAIL.test(user)) return user;
  const address = user
    .replace(/^mailto:/i, '')
    .replace(/%40/i, '@')
    .toLowerCase();
  return `sha256:${await sha256(`${site}:${address}`)}`;
}
