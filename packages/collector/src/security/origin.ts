/**
 * Whether a page's `Origin` is on a site's list. An entry is an origin (`https://shop.example`), or
 * one for all subdomains (`https://*.shop.example`). Anchored: `https://shop.example.evil.tld` ends
 * in nothing that is listed.
 */
export function isAllowedOrigin(origin: string, allowed: readonly string[]): boolean {
  return allowed.some((entry) => {
    const [before, after] = entry.split('*');
    if (after === undefined) return origin === entry;
    const label = origin.slice(before!.length, origin.length - after.length);
    return origin === before + label + after && /^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(label);
  });
}
