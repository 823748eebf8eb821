/** One thing a page wants to load or talk to. */
export interface Wish {
  kind: 'script' | 'connect';
  url: URL;
  /** The page that wants it. */
  page: URL;
  /** Of the script tag. */
  nonce?: string | undefined;
}

/** The directives that decide, the first that is there: https://www.w3.org/TR/CSP3/#directive-fallback-list */
const DIRECTIVES = {
  script: ['script-src-elem', 'script-src', 'default-src'],
  connect: ['connect-src', 'default-src'],
} as const;

/**
 * Which directive of a page's policies forbids a wish: all policies have to allow it.
 *
 * @param policies Of headers and meta tags. A header may carry several, with commas between.
 * @returns The directive as it stands there; `undefined` when nothing forbids it.
 */
export function forbiddenBy(policies: readonly string[], wish: Wish): string | undefined {
  for (const policy of policies.flatMap((text) => text.split(','))) {
    const directives = new Map<string, readonly string[]>();
    for (const text of policy.split(';')) {
      const [name = '', ...sources] = text.trim().split(/\s+/);
      if (name && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources);
    }
    const deciding = DIRECTIVES[wish.kind].find((name) => directives.has(name));
    if (deciding === undefined) continue;
    const sources = directives.get(deciding) ?? [];
    if (!allows(sources, wish)) return [deciding, ...sources].join(' ');
  }
  return undefined;
}

function allows(sources: readonly string[], { kind, url, page, nonce }: Wish): boolean {
  if (kind === 'script') {
    if (nonce && sources.includes(`'nonce-${nonce}'`)) return true;
    // With it, a list of hosts is not looked at: https://www.w3.org/TR/CSP3/#strict-dynamic-usage
    if (sources.some((source) => source.toLowerCase() === "'strict-dynamic'")) return false;
  }
  return sources.some((source) => matches(source, url, page));
}

/** https://www.w3.org/TR/CSP3/#match-url-to-source-expression */
function matches(source: string, url: URL, page: URL): boolean {
  const word = source.toLowerCase();
  if (word === '*') return /^https?:$/.test(url.protocol) || url.protocol === page.protocol;
  if (word === "'self'") return isSelf(url, page);
  if (/^[a-z][a-z0-9+.-]*:$/.test(word)) return isScheme(word, url.protocol);

  const parts = /^(?:([a-z][a-z0-9+.-]*:)\/\/)?([^/:]+)(?::(\d+|\*))?(\/[^?#]*)?$/i.exec(source);
  if (!parts) return false;
  const [, scheme = page.protocol, host = '', port, path] = parts;
  if (!isScheme(scheme.toLowerCase(), url.protocol)) return false;
  if (!isHost(host.toLowerCase(), url.hostname)) return false;
  if (port !== '*' && !isPort(port, url)) return false;
  if (path === undefined) return true;
  return path.endsWith('/') ? url.pathname.startsWith(path) : url.pathname === path;
}

function isSelf(url: URL, page: URL): boolean {
  if (url.origin === page.origin) return true;
  return url.hostname === page.hostname && isScheme(page.protocol, url.protocol) && url.port === '';
}

/** A policy that allows http allows the same over https. */
function isScheme(allowed: string, protocol: string): boolean {
  return allowed === protocol || (allowed === 'http:' && protocol === 'https:');
}

function isHost(allowed: string, host: string): boolean {
  return allowed.startsWith('*.') ? host.endsWith(allowed.slice(1)) : host === allowed;
}

function isPort(allowed: string | undefined, url: URL): boolean {
  const port = url.port || DEFAULT_PORTS[url.protocol];
  if (allowed === undefined) return url.port === '';
  return allowed === port || (allowed === '80' && port === '443');
}

const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };
