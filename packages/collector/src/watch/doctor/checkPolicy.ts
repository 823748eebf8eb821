import { forbiddenBy } from './contentPolicy.ts';
import type { Finding } from './finding.ts';

/** Whether the page's Content-Security-Policy lets the tag load and send. */
export function checkPolicy(
  policies: readonly string[],
  {
    page,
    script,
    endpoint,
    nonce,
  }: { page: URL; script: URL; endpoint: URL; nonce: string | undefined },
): Finding {
  const noScript = forbiddenBy(policies, { kind: 'script', url: script, page, nonce });
  const noConnect = forbiddenBy(policies, { kind: 'connect', url: endpoint, page });
  if (!noScript && !noConnect) {
    const found = policies.length === 0 ? 'no Content-Security-Policy' : 'allows the tag';
    return { check: 'policy', ok: true, found };
  }
  const forbidden = [noScript, noConnect].filter((each) => each !== undefined);
  const needed = [
    noScript && `script-src ${script.origin}`,
    noConnect && `connect-src ${endpoint.origin}`,
  ].filter(Boolean);
  return {
    check: 'policy',
    ok: false,
    found: `the page’s Content-Security-Policy forbids it: ${[...new Set(forbidden)].join('; ')}`,
    advice: `Add to the policy: ${needed.join('; ')}${/strict-dynamic/i.test(noScript ?? '') ? ' (with `strict-dynamic`, a nonce on the tag)' : ''}`,
  };
}
