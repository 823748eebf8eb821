/** Names of query params by which shops without readable addresses route. */
const ROUTING =
  /^(route|r|page|p|view|controller|action|act|mod|module|do|op|cmd|step|dispatch|fc|main_page|pg)$/i;

/** What says nothing about a page: languages and countries, index pages, and the like. */
const NEUTRAL =
  /^([a-z]{2}([-_][a-z]{2,4})?|index|default|home|web|www|public|show|view|display|details?|step|onepage|onestep|\d)$/;

/**
 * An address as a list of words in lower case, without what says nothing: `/de/warenkorb/`,
 * `/index.php?page=warenkorb` and `/#/warenkorb` are all `['warenkorb']`.
 */
export function routeOf({ pathname, searchParams, hash }: URL): string[] {
  const queried = [...searchParams].flatMap(([name, value]) => (ROUTING.test(name) ? [value] : []));
  const hashed = /^#!?\/([^?]*)/.exec(hash)?.[1] ?? '';
  return [pathname, hashed, ...queried]
    .join('/')
    .split('/')
    .map((part) =>
      decoded(part)
        .toLowerCase()
        .replace(/\.(html?|php|aspx?|jsp|do|cfm)$/, ''),
    )
    .filter((part) => part && !NEUTRAL.test(part));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part).normalize('NFC');
  } catch {
    return part;
  }
}
