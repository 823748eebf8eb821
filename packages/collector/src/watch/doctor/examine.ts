import { asking } from './ask.ts';
import { checkOrigin } from './checkOrigin.ts';
import { checkPolicy } from './checkPolicy.ts';
import { checkScript } from './checkScript.ts';
import { checkTag } from './checkTag.ts';
import { checkTouchpoint } from './checkTouchpoint.ts';
import type { Finding } from './finding.ts';
import { loadPage } from './loadPage.ts';
import { readPage } from './readPage.ts';

export interface Patient {
  /** Of a page of the shop. */
  url: URL;
  /** Where the collector is. @default where the page's tag loads from */
  collector?: URL | undefined;
  /** @default what the page's tag says */
  site?: string | undefined;
}

/**
 * Whether a shop's page reaches its collector, step by step, seen from outside like a browser does.
 * What can't be checked because an earlier step failed is left out.
 *
 * Never rejects: what can't be reached is a finding.
 */
export async function examine(
  { url, collector, site }: Patient,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<Finding[]> {
  const ask = asking(fetch);
  const loaded = await loadPage(url, ask);
  if ('ok' in loaded) return [loaded];
  const { page, html, headerPolicies } = loaded;
  const { tags, policies } = readPage(html);
  const findings: Finding[] = [
    { check: 'page', ok: true, found: `${page.href} answers with HTML` },
  ];

  const tag = tags.find((each) => !site || each.get('data-site') === site) ?? tags[0];
  const src = tag?.get('src');
  const script = src ? toUrl(src, page) : collector && new URL('/c.js', collector);
  const siteId = site ?? tag?.get('data-site');
  findings.push(checkTag({ tag, script, page, site, collector, count: tags.length }));
  if (!script || !siteId) return findings;

  const told = tag?.get('data-endpoint');
  const endpoint = toUrl(told ?? '/v1/touchpoints', told ? page : (collector ?? script));
  if (!endpoint) return findings;
  findings.push(
    checkPolicy([...headerPolicies, ...policies], {
      page,
      script,
      endpoint,
      nonce: tag?.get('nonce'),
    }),
    await checkScript(script, ask),
    await checkOrigin({ page, endpoint, site: siteId }, ask),
  );
  if (findings.at(-1)?.ok) {
    findings.push(await checkTouchpoint({ page, endpoint, site: siteId }, ask));
  }
  return findings;
}

function toUrl(text: string, base: URL): URL | undefined {
  return URL.canParse(text, base) ? new URL(text, base) : undefined;
}
