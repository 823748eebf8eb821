import { errorPage } from '@cartograph/report';
import type { Context } from 'hono';
import type { CollectorDeps } from '../deps.ts';
import { sameText } from '../security/sameText.ts';
import { actorOf, csrfTokenOf } from '../security/signIn.ts';
import { frameOf } from './frameOf.ts';
import type { SiteEnv } from './siteEnv.ts';

/** What pages with forms that change something have in common. */
export interface Forms {
  /** The answer to who may not: 403. */
  refused(c: Context): Promise<Response>;
  /** The fields of a form, if it is one of this session's own. */
  formOf(c: Context): Promise<ReadonlyMap<string, string> | undefined>;
  /** Writes down that somebody did something to this site. */
  audit(
    c: Context<SiteEnv>,
    action: string,
    detail?: Readonly<Record<string, string | number>>,
  ): Promise<void>;
}

export function formsOf({ store, now }: Pick<CollectorDeps, 'store' | 'now'>): Forms {
  return {
    refused: async (c) => c.html(errorPage({ ...(await frameOf(c)), status: 403 }), 403),
    async formOf(c) {
      const fields = new Map<string, string>();
      for (const [name, value] of Object.entries(await c.req.parseBody())) {
        if (typeof value === 'string') fields.set(name, value);
      }
      const expected = await csrfTokenOf(c);
      const given = fields.get('csrf') ?? '';
      return expected !== undefined && sameText(given, expected) ? fields : undefined;
    },
    audit: async (c, action, detail) =>
      store.audit({
        at: now(),
        actor: await actorOf(c),
        action,
        site: c.get('site').id,
        ...(detail && { detail }),
      }),
  };
}
