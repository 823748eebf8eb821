/** What a page's HTML says about the tag. */
export interface PageFacts {
  /** Script tags with a `data-site`, in order. Attributes by name, in lower case. */
  tags: readonly ReadonlyMap<string, string>[];
  /** Of `<meta http-equiv="Content-Security-Policy">`. */
  policies: readonly string[];
}

/** Reads the tags a doctor asks about. No HTML parser: what a script adds later isn't seen either way. */
export function readPage(html: string): PageFacts {
  const tags: ReadonlyMap<string, string>[] = [];
  const policies: string[] = [];
  for (const [, name, rest] of html.replaceAll(NOT_MARKUP, '$1').matchAll(TAG)) {
    const attributes = attributesOf(rest ?? '');
    if (name?.toLowerCase() === 'script') {
      if (attributes.has('data-site')) tags.push(attributes);
    } else if (/^content-security-policy$/i.test(attributes.get('http-equiv') ?? '')) {
      policies.push(attributes.get('content') ?? '');
    }
  }
  return { tags, policies };
}

/** Comments, and what stands inside scripts, styles and the like: a tag in there is text. */
const NOT_MARKUP =
  /<!--[\s\S]*?-->|(<(script|style|template|noscript|textarea)\b(?:"[^"]*"|'[^']*'|[^'">])*>)[\s\S]*?<\/\2\s*>/gi;

const TAG = /<(script|meta)\b((?:"[^"]*"|'[^']*'|[^'">])*)>/gi;

const ATTRIBUTE = /([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

function attributesOf(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of text.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase();
    // The first of a name counts: https://html.spec.whatwg.org/#parse-error-duplicate-attribute
    if (!attributes.has(key)) attributes.set(key, decode(double ?? single ?? bare ?? ''));
  }
  return attributes;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&apos;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&#x2f;': '/',
  '&#47;': '/',
};

function decode(text: string): string {
  return text.replaceAll(/&(?:#?\w+);/g, (entity) => ENTITIES[entity.toLowerCase()] ?? entity);
}
