/**
 * Finds out which pages are one kind of page: `/products/brass-compass` and its many siblings are
 * `/products/*`, `/orders/1042` is `/orders/*`, while `/cart` and `/checkout/shipping` stay themselves.
 *
 * It goes by the data. A part of a path becomes `*` where it is one of at least two ids (`1042`, a
 * UUID, a long token), or one of many different names at the same place: {@link MANY}, or
 * {@link MANY_AT_THE_TOP} right below the root. A page that is frequent on its own account is never merged:
 * one with {@link FREQUENT_SHARE} of all views and {@link FREQUENT_TIMES} times those of its median
 * sibling. Languages (`/en/…`) are looked at together, so that all are grouped alike, and keep their part.
 *
 * @param views Views by path, as in the marks of a trail.
 * @returns What a path is grouped as. A trailing slash makes no other page.
 */
export function pagePatterns(views: ReadonlyMap<string, number>): (path: string) => string {
  const root = branch();
  let all = 0;
  for (const [path, count] of views) {
    all += count;
    plant(root, partsOf(path).parts, count);
  }
  const rules = ruleOf(root, { all, isTop: true });

  return (path) => {
    const { locale, parts } = partsOf(path);
    let rule: Rule | undefined = rules;
    const grouped = parts.map((part) => {
      const merged = rule?.merged.has(part) ?? false;
      rule = merged ? rule?.rest : rule?.own.get(part);
      return merged ? '*' : part;
    });
    return `/${[...locale, ...grouped].join('/')}`;
  };
}

/** Names at one place from which on they are ends of one kind. */
const MANY = 10;
/** The same right below the root, where shops have pages of many kinds. */
const MANY_AT_THE_TOP = 30;
const FREQUENT_SHARE = 0.01;
const FREQUENT_TIMES = 10;

/** Parts of a path that are looked at; the rest is one. Keeps what strangers make up from growing deep. */
const MAX_PARTS = 8;

/** Never one of many, however seldom they were seen. */
const PLACES =
  /^(cart|basket|bag|checkouts?|search|account|login|order|orders|products?|collections?)$/i;

const ID =
  /^(\d+|[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}|(?=.*\d)[\da-f]{12,}|(?=.*\d)(?=.*[a-z])\w{16,})$/i;

const LOCALE = /^[a-z]{2}([-_][a-z]{2})?$/i;

/** A part of a path with all that was seen below it. */
interface Branch {
  views: number;
  below: Map<string, Branch>;
}

/** What becomes of the parts at one place: which are merged, and what holds below. */
interface Rule {
  merged: ReadonlySet<string>;
  own: ReadonlyMap<string, Rule>;
  rest?: Rule;
}

function branch(): Branch {
  return { views: 0, below: new Map() };
}

function below(at: Branch, part: string): Branch {
  const known = at.below.get(part);
  if (known) return known;
  const next = branch();
  at.below.set(part, next);
  return next;
}

function plant(root: Branch, parts: readonly string[], count: number): void {
  let at = root;
  for (const part of parts) {
    at = below(at, part);
    at.views += count;
  }
}

function ruleOf(at: Branch, { all, isTop }: { all: number; isTop: boolean }): Rule {
  const merged = mergedOf(at.below, { all, isTop });
  const own = new Map<string, Rule>();
  const rest = branch();
  for (const [part, each] of at.below) {
    if (merged.has(part)) graft(rest, each);
    else own.set(part, ruleOf(each, { all, isTop: false }));
  }
  return { merged, own, ...(merged.size > 0 && { rest: ruleOf(rest, { all, isTop: false }) }) };
}

function mergedOf(
  parts: ReadonlyMap<string, Branch>,
  { all, isTop }: { all: number; isTop: boolean },
): Set<string> {
  const counts = [...parts.values()].map(({ views }) => views).sort((a, b) => a - b);
  const usual = counts[counts.length >> 1] ?? 0;
  const isFrequent = (views: number) =>
    views >= FREQUENT_SHARE * all && views >= FREQUENT_TIMES * usual;

  const ids: string[] = [];
  const names: string[] = [];
  for (const [part, { views }] of parts) {
    if (PLACES.test(part) || isFrequent(views)) continue;
    (ID.test(part) ? ids : names).push(part);
  }
  const many = isTop ? MANY_AT_THE_TOP : MANY;
  return new Set([
    ...(ids.length > 1 ? ids : []),
    ...(names.length + ids.length >= many ? [...names, ...ids] : []),
  ]);
}

function graft(onto: Branch, from: Branch): void {
  onto.views += from.views;
  for (const [part, each] of from.below) {
    graft(below(onto, part), each);
  }
}

function partsOf(path: string): { locale: string[]; parts: string[] } {
  // More than are looked at, so that a path too long can be told; not all, there may be a thousand.
  const parts = path.split('/', 2 * MAX_PARTS).filter(Boolean);
  const locale = parts.length > 0 && LOCALE.test(parts[0]!) ? parts.splice(0, 1) : [];
  if (parts.length > MAX_PARTS) parts.splice(MAX_PARTS - 1, Infinity, '**');
  return { locale, parts };
}
