import type { Send } from '../webhooks/sendOnNode.ts';
import { readTarget, type TargetOptions } from '../webhooks/target.ts';

export interface SendOnWorkersOptions extends TargetOptions {
  /** @default 10000 */
  timeoutMs?: number;
  /** @default the platform's */
  fetch?: (url: URL, init: RequestInit) => Promise<Response>;
}

/**
 * Posts from where there is no resolver to ask: the addresses behind a name can't be looked at before
 * something is sent there, as they are on Node. What can be kept of that rule is kept: https only, the
 * ports that are offered, no address in place of a name, no name that only a private network knows,
 * and no redirect. The rest is up to the platform, from which private networks can't be reached unless
 * its owner connects them: set the flag `global_fetch_strictly_public`.
 *
 * https://developers.cloudflare.com/workers/configuration/compatibility-flags/#global-fetch-strictly-public
 */
export function sendOnWorkers({
  timeoutMs = 10_000,
  fetch = (url, init) => globalThis.fetch(url, init),
  ...targets
}: SendOnWorkersOptions = {}): Send {
  return async ({ url: text, headers, body }) => {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const { url, isAllowed } = readTarget(text, targets);
      if (!isAllowed && !isPublicName(url.hostname)) throw new Error('The host is not public');
      const init = { method: 'POST', headers, body, redirect: 'manual', signal } as const;
      const response = await fetch(url, init);
      // Nothing in an answer is of use but its status.
      await response.body?.cancel();
      const retryAfter = response.headers.get('Retry-After') ?? undefined;
      return { status: response.status, retryAfter };
    } catch (error) {
      if (signal.aborted) return { error: `No answer in ${timeoutMs / 1000} s` };
      return { error: (error as Error).message };
    }
  };
}

/**
 * Whether a host is a name that could be anybody's. `URL` has brought every spelling of an IPv4 address
 * to four numbers by now, and put IPv6 ones in brackets.
 *
 * https://www.iana.org/assignments/special-use-domain-names
 */
export function isPublicName(hostname: string): boolean {
  const labels = hostname.replace(/\.$/, '').split('.');
  const last = labels.at(-1) ?? '';
  const isAddress = hostname.startsWith('[') || /^\d+$/.test(last);
  return (
    labels.length > 1 && !isAddress && !PRIVATE.has(last) && !/\.home\.arpa\.?$/.test(hostname)
  );
}

const PRIVATE = new Set(['localhost', 'local', 'internal', 'test', 'invalid', 'example', 'onion']);
