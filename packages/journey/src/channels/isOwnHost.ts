/** Second levels that countries hand out names below: `shop.co.uk` is a name, `co.uk` is none. */
const SECOND_LEVEL = /^(ac|co|com|edu|go|gob|gov|ne|net|or|org)$/;

/** Where every subdomain is somebody else's. */
const SHARED =
  /(^|\.)(myshopify\.com|mybigcommerce\.com|cafe24\.com|shopselect\.net|wixsite\.com|squarespace\.com|webflow\.io|github\.io|gitlab\.io|pages\.dev|workers\.dev|vercel\.app|netlify\.app|herokuapp\.com|web\.app|blogspot\.com|wordpress\.com|tistory\.com|jimdosite\.com|shopify\.com)$/;

/**
 * Whether a host is the site's own: one of its hosts, or of the same name (`blog.shop.example` to
 * `www.shop.example`).
 *
 * A list of all public suffixes would be larger than everything else here; who is wrongly taken for
 * a relative by these few rules shares a hoster's domain that nobody listed.
 *
 * @param own Hosts, or origins as a site's settings have them: `https://*.shop.example:8443`.
 */
export function isOwnHost(host: string, own: readonly string[]): boolean {
  return own.some((entry) => {
    const known = entry.replace(/^\w+:\/\/(\*\.)?/, '').replace(/:\d+$/, '');
    return host === known || nameOf(host) === nameOf(known);
  });
}

/** The name that somebody registered: `shop.co.uk` of `www.shop.co.uk`. Numbers are names of their own. */
function nameOf(host: string): string {
  if (/^[\d.]+$/.test(host)) return host;
  const labels = host.split('.');
  const isCountry = labels.at(-1)?.length === 2 && SECOND_LEVEL.test(labels.at(-2) ?? '');
  const length = isCountry ? 3 : 2;
  const name = labels.slice(-length).join('.');
  return SHARED.test(name) ? labels.slice(-length - 1).join('.') : name;
}
