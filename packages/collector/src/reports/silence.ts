import type { Receiving } from '../watch/receiving.ts';

/** Since when a site's pages are silent for longer than usual. */
export type Silence = Pick<Receiving, 'silentSince'>;
