import { forbiddenBy } from './contentPolicy.ts';
import { readPage } from './readPage.ts';

export type CheckName = 'page' | 'tag' | 'policy' | 'script' | 'origin' | 'touchpoint';

/** What one check found. */
export interface Finding {
  check: CheckName;
  ok: boolean;
  /** What was seen, in a line. */
  found: string;
  /** What to do about it. */
  advice?: string;
}

export interface Patient {
  /** Of a page of the shop. */
  url: URL;
  /** Where the collector is. @default where the page's tag loads from */
  collector?: URL | undefined;
  /** @default what the page's tag says */
  site?: string | undefined;
}

const TIMEOUT_MS = 15_000;
const MAX_PAGE_CHARS = 5_000_000;

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
  const ask = (to: URL, init: RequestInit = {}) =>
    fetch(to, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });

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

type Ask = (to: URL, init?: RequestInit) => Promise<Response>;

async function loadPage(
  url: URL,
  ask: Ask,
): Promise<Finding | { page: URL; html: string; headerPolicies: string[] }> {
  const problem = (found: string, advice: string): Finding => ({
    check: 'page',
    ok: false,
    found,
    advice,
  });
  try {
    const answer = await ask(url, { headers: { Accept: 'text/html' } });
    const type = answer.headers.get('Content-Type') ?? '';
    if (!answer.ok) {
      return problem(
        `${url.href} answers with ${answer.status}`,
        'Give the address of a page that a shopper can open without signing in.',
      );
    }
    if (!/^(text\/html|application\/xhtml)/i.test(type)) {
      return problem(`${url.href} is ${type || 'of no type'}`, 'Give the address of an HTML page.');
    }
    const policy = answer.headers.get('Content-Security-Policy');
    return {
      page: new URL(answer.url || url),
      html: (await answer.text()).slice(0, MAX_PAGE_CHARS),
      headerPolicies: policy === null ? [] : [policy],
    };
  } catch (error) {
    return problem(
      `${url.href} can’t be reached: ${reasonOf(error)}`,
      'Is the address right, and the shop up?',
    );
  }
}

function checkTag({
  tag,
  script,
  page,
  site,
  collector,
  count,
}: {
  tag: ReadonlyMap<string, string> | undefined;
  script: URL | undefined;
  page: URL;
  site: string | undefined;
  collector: URL | undefined;
  count: number;
}): Finding {
  const problem = (found: string, advice: string): Finding => ({
    check: 'tag',
    ok: false,
    found,
    advice,
  });
  if (!tag) {
    return problem(
      'no <script> with data-site in the page’s HTML',
      'Put `<script async src="https://YOUR-COLLECTOR/c.js" data-site="YOUR-SITE"></script>` into the page’s head. If a tag manager or an app bundle adds it, --collector and --site check the rest.',
    );
  }
  const id = tag.get('data-site') ?? '';
  if (site && id !== site) {
    return problem(
      `the tag says data-site="${id}", expected "${site}"`,
      `Set data-site="${site}" in the tag.`,
    );
  }
  if (!script || !tag.get('src')) {
    return problem('the tag has no src that can be read', 'Set src="https://YOUR-COLLECTOR/c.js".');
  }
  if (count > 1) {
    return problem(`the tag is there ${count} times`, 'Leave one: each counts every page view.');
  }
  if (page.protocol === 'https:' && script.protocol === 'http:') {
    return problem(
      `the page is https, the tag loads ${script.href}: browsers block that`,
      'Put the collector behind TLS and load it with https.',
    );
  }
  if (collector && collector.origin !== script.origin) {
    return problem(
      `the tag loads from ${script.origin}, expected ${collector.origin}`,
      'Change the tag’s src, or what --collector says.',
    );
  }
  return { check: 'tag', ok: true, found: `data-site="${id}" loads ${script.href}` };
}

function checkPolicy(
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

async function checkScript(script: URL, ask: Ask): Promise<Finding> {
  const problem = (found: string, advice: string): Finding => ({
    check: 'script',
    ok: false,
    found,
    advice,
  });
  try {
    const answer = await ask(script);
    const type = answer.headers.get('Content-Type') ?? '';
    await answer.body?.cancel();
    if (!answer.ok) {
      return problem(
        `${script.href} answers with ${answer.status}`,
        'Is the tag’s address the collector’s, and does the proxy let /c.js through?',
      );
    }
    // Anything else is not run where the answer says `nosniff`, and by a module never.
    if (!/^(text|application)\/(x-)?(java|ecma)script\b/i.test(type)) {
      return problem(
        `${script.href} is ${type || 'of no type'}, expected text/javascript`,
        'Something else answers at this address, an error page of the proxy perhaps.',
      );
    }
    return { check: 'script', ok: true, found: `${script.href} is ${type}` };
  } catch (error) {
    return problem(
      `${script.href} can’t be reached: ${reasonOf(error)}`,
      'Is the collector up, and may this machine reach it? A certificate that browsers refuse shows here, too.',
    );
  }
}

interface Sender {
  page: URL;
  endpoint: URL;
  site: string;
}

/** A batch with nothing in it: the door is tried, and nothing is stored. */
async function checkOrigin({ page, endpoint, site }: Sender, ask: Ask): Promise<Finding> {
  const problem = (found: string, advice: string): Finding => ({
    check: 'origin',
    ok: false,
    found,
    advice,
  });
  try {
    const batch = { site, sentAt: Date.now(), visitor: '', consent: 'denied', touchpoints: [] };
    const answer = await post(endpoint, page, batch, ask);
    switch (answer.status) {
      case 200:
        return answer.headers.get('Access-Control-Allow-Origin') === '*'
          ? { check: 'origin', ok: true, found: `${page.origin} may send for ${site}` }
          : problem(
              'the answer has no Access-Control-Allow-Origin',
              'The proxy takes the header away: let the collector’s through.',
            );
      case 401:
        return problem(
          `the collector knows no site "${site}"`,
          `cartograph site add ${site} --origin ${page.origin}`,
        );
      case 403:
        return problem(
          `${page.origin} is not on the list of ${site}`,
          `cartograph site add ${site} --origin ${page.origin} (name all of its origins: the list is replaced)`,
        );
      default:
        return problem(
          `${endpoint.href} answers with ${answer.status}`,
          'The collector’s log has the reason, or the proxy’s.',
        );
    }
  } catch (error) {
    return problem(`${endpoint.href} can’t be reached: ${reasonOf(error)}`, 'Is the collector up?');
  }
}

async function checkTouchpoint({ page, endpoint, site }: Sender, ask: Ask): Promise<Finding> {
  const problem = (found: string, advice: string): Finding => ({
    check: 'touchpoint',
    ok: false,
    found,
    advice,
  });
  try {
    const answer = await post(new URL('/v1/doctor', endpoint), page, { site }, ask);
    const { cameBack }: { cameBack?: unknown } = await answer.json().catch(() => ({}));
    if (answer.status === 429) {
      return problem('too many of these checks from this address', 'Try again in a minute.');
    }
    if (answer.status === 404) {
      return problem(
        'the collector has no such check: it is older than this command, or the proxy holds /v1/doctor back',
        'Upgrade the collector, and let all of /v1/ through.',
      );
    }
    return answer.ok && cameBack === true
      ? { check: 'touchpoint', ok: true, found: 'stored, read back, removed: it counts nowhere' }
      : problem(
          `a test touchpoint did not come back (${answer.status})`,
          'The store refuses to write: look at /healthz, the log, and the disk’s free space.',
        );
  } catch (error) {
    return problem(`a test touchpoint got no answer: ${reasonOf(error)}`, 'Is the collector up?');
  }
}

function post(to: URL, page: URL, body: object, ask: Ask): Promise<Response> {
  const headers = { 'Content-Type': 'text/plain', Origin: page.origin };
  return ask(to, { method: 'POST', headers, body: JSON.stringify(body) });
}

function toUrl(text: string, base: URL): URL | undefined {
  return URL.canParse(text, base) ? new URL(text, base) : undefined;
}

/** `fetch` says no more than that it failed; why is in the cause. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? cause.message || String(cause) : message;
}
