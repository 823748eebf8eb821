/** An address on this site: a path with a query, empty values left out. */
export function link(
  path: string,
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1]);
  const search = new URLSearchParams(given).toString();
  return search ? `${path}?${search}` : path;
}

/** A tracked address, if it is safe to be followed: `http` or `https`, nothing else. */
export function webAddress(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}

/** The path of a page about a site. */
export function sitePath(site: { id: string }, ...parts: readonly string[]): string {
  return ['/sites', ...[site.id, ...parts].map(encodeURIComponent)].join('/');
}
