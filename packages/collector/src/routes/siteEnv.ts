import type { Site } from '../sites/site.ts';

/** Behind `/:site`, a route knows which site it is about. */
export type SiteEnv = { Variables: { site: Site } };
