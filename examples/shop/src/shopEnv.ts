import type { Context } from 'hono';
import type { Session } from './session/session.ts';

export interface ShopOptions {
  /** URL of the tracker's script, `c.js` on the collector. */
  trackerUrl: string;
  /** Public id of the site in Cartograph. */
  siteId: string;
  /** Where "See this journey in Cartograph" leads. Without one there is no such link. */
  reportUrl?: string;
  /** Epoch milliseconds. @default Date.now */
  now?: () => number;
}

/** What every request carries. */
export interface ShopEnv {
  Variables: { shop: ShopOptions; session: Session };
}

export type ShopContext = Context<ShopEnv>;
