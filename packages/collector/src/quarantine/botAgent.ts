import { isbot } from 'isbot';

/**
 * Whether a `User-Agent` is nobody's who shops: a crawler's, a script's, a headless browser's.
 *
 * https://github.com/omrilotan/isbot
 */
export function isBotAgent(userAgent: string): boolean {
  return isbot(userAgent);
}
