import { FOLD_VERSION } from '@cartograph/journey';
import type { Settings } from '../../settings/settings.ts';
import type { Site } from '../../sites/site.ts';
import type { Refolding, Store } from '../store.ts';
import type { ClickHouseDriver } from './clickhouseDriver.ts';
import type { Settling } from './settling.ts';
import { SQL } from './statements.ts';

/** In one piece. Most are of a person of their own. */
const SOURCES_AT_ONCE = 200;

const FOLDED_BY = 'folded_by';
/** With the site, whose value is the round that it is to be folded again in. */
const ROUND = 'refold:';
/** With the site: how far a round is. */
const DONE = 'refolded:';

/** Up to which source a round is done, or that all of it is. */
interface Progress {
  round: string;
  after: string | undefined;
}

/**
 * Folds again in pieces, each of which says where it ended: whoever is stopped goes on there, and so does
 * any other collector. Several at it do the same pieces, which changes nothing.
 *
 * What is begun anew is another round: a collector that is still at a piece of the one before says how far
 * that is, and nobody heeds it.
 */
export function refolding(
  driver: ClickHouseDriver,
  settling: Settling,
  settings: Settings,
): Refolding & { renew(): Promise<void>; through(rebuild: Store['rebuild']): Store['rebuild'] } {
  const rounds = async (): Promise<{ site: string; round: string; after: string }[]> => {
    const found = await settings.list<string | Progress>('refold');
    const values = new Map(found.map(({ key, value }) => [key, value]));
    return found.flatMap(({ key, value: round }) => {
      if (!key.startsWith(ROUND) || typeof round !== 'string') return [];
      const site = key.slice(ROUND.length);
      const progress = values.get(DONE + site) as Progress | undefined;
      const after = progress?.round === round ? progress.after : '';
      return after === undefined ? [] : [{ site, round, after }];
    });
  };

  const begin = (site: string) => settings.put(ROUND + site, crypto.randomUUID());
  const ended = (site: string, progress: Progress) => settings.put(DONE + site, progress);

  const foldPiece = async (site: Site, after: string): Promise<string | undefined> => {
    const found = await driver.rows<{ source: string }>(SQL.sources, {
      ...{ site: site.id, after, limit: SOURCES_AT_ONCE },
    });
    const sources = found.map(({ source }) => source);
    if (sources.length > 0) await settling.settle(site, sources);
    return sources.length < SOURCES_AT_ONCE ? undefined : sources.at(-1);
  };

  return {
    async waiting() {
      return (await rounds()).map(({ site }) => site);
    },

    begin,

    async next() {
      const [waiting] = await rounds();
      if (!waiting) return false;
      const { site: id, round } = waiting;
      // Read behind the round: whoever changes a site begins a round after that.
      const site = await settings.get<Site>(`site:${id}`);
      const after = site && (await foldPiece(site, waiting.after));
      await ended(id, { round, after });
      return true;
    },

    /** Has everybody folded again if another version was at it last, be it an earlier one. */
    async renew() {
      if ((await settings.get(FOLDED_BY)) === FOLD_VERSION) return;
      for (const { key } of await settings.list('site:')) await begin(key.slice('site:'.length));
      await settings.put(FOLDED_BY, FOLD_VERSION);
    },

    /** A rebuild that leaves nothing to do of what was to be done before it. */
    through: (rebuild) => async (site) => {
      const waiting = (await rounds()).find((each) => each.site === site.id);
      const persons = await rebuild(site);
      if (waiting) await ended(site.id, { round: waiting.round, after: undefined });
      return persons;
    },
  };
}
