import { Miniflare } from 'miniflare';

/** Opens everything, in every site of the tests. */
export const ADMIN = 'ctk_admin-token-of-the-tests-0123456789';

/** What a browser says it is: others are taken for crawlers. */
export const CHROME =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';

export interface Edge {
  url: string;
  /** Never follows a redirect. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** The same, with the token for everything. */
  askAsAdmin(path: string, init?: RequestInit): Promise<Response>;
  /** Throws a site's object out of memory, as the platform does when nobody asked it for a while. */
  evict(site: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * The Worker on the real runtime.
 *
 * @param folder Where objects keep what they store: given again, it is all there again.
 * @param country Where everybody is, as the platform sees it. Unknown when left out.
 */
export async function startEdge(
  script: string,
  {
    folder,
    port = 0,
    country,
    ...bindings
  }: { folder: string; port?: number; country?: string; CARTOGRAPH_SITES: unknown } & Record<
    string,
    unknown
  >,
): Promise<Edge> {
  const workerd = new Miniflare({
    name: 'cartograph',
    modules: true,
    script,
    compatibilityDate: '2026-07-01',
    cf: country === undefined ? false : { country },
    port,
    durableObjectsPersist: folder,
    durableObjects: { CARTOGRAPH: { className: 'CartographSite', useSQLite: true } },
    bindings: { CARTOGRAPH_ADMIN_TOKEN: ADMIN, ...bindings } as Record<string, string>,
  });
  const url = (await workerd.ready).origin;
  const ask = (path: string, init: RequestInit = {}) => {
    // On a busy machine a kept connection may be closed by workerd just as it is used again.
    const headers = { ...init.headers, Connection: 'close' };
    return fetch(new URL(path, url), { redirect: 'manual', ...init, headers });
  };

  return {
    url,
    ask,
    askAsAdmin: (path, init = {}) =>
      ask(path, { ...init, headers: { ...init.headers, Authorization: `Bearer ${ADMIN}` } }),
    evict: (name) => workerd.unsafeEvictDurableObject('cartograph', 'CartographSite', { name }),
    close: () => workerd.dispose(),
  };
}
