import { FOLD_VERSION } from '@cartograph/journey';
import type { Site } from '../sites/site.ts';
import type { SqlDriver } from './sqlDriver.ts';
import type { People } from './sqlPeople.ts';
import { SQL } from './statements.ts';
import type { Refolding } from './store.ts';

/** Of a piece, unless one person has more: a twentieth of a second, in which nothing else is answered. */
const PIECE_TOUCHPOINTS = 500;
const PIECE_OWNERS = 200;

const WAITING = 'refold:';
const FOLDED_BY = 'folded_by';

/** The setting with the owner of touchpoints up to whom a site is done. Where it is missing, all is done. */
export function waitingKey(site: string): string {
  return WAITING + site;
}

/**
 * Folds again in pieces, each a commit of its own with the place it ends at: whoever is stopped goes on
 * there. Rows of another version are what they were until their person's turn; whoever does something
 * meanwhile is folded by this version at once.
 *
 * Opened by the version that folded last, it has nothing to do. By any other, also an earlier one, it
 * begins anew.
 */
export function sqlRefolding(driver: SqlDriver, people: People): Refolding {
  const settings = (prefix: string) =>
    driver.all<{ key: string; value: string }>(SQL.settings, prefix, prefix.length, prefix);
  const save = (key: string, value: unknown) =>
    driver.run(SQL.saveSetting, key, JSON.stringify(value));
  const begin = (site: string) => void save(waitingKey(site), '');

  /** The person of an owner, where they are not folded by another name they have. */
  const personOf = (site: string, owner: string): string | undefined => {
    if (owner.startsWith('u:')) return owner;
    const person = people.personNamed(site, owner.slice(2));
    const isTwice = person !== owner && driver.all(SQL.moreOfOwner, site, person, 0).length > 0;
    return isTwice ? undefined : person;
  };

  const foldPiece = (site: Site, after: string): string | undefined => {
    const owners = driver.all<Owner>(SQL.ownersAfter, site.id, after, PIECE_OWNERS);
    const piece = firstOf(owners);
    const persons = piece.map(({ owner }) => personOf(site.id, owner));
    people.settle(site, new Set(persons.filter((person) => person !== undefined)));
    return piece.at(-1)?.owner;
  };

  if (driver.all<{ value: string }>(SQL.setting, FOLDED_BY)[0]?.value !== String(FOLD_VERSION)) {
    driver.transaction(() => {
      for (const { key } of settings('site:')) begin(key.slice('site:'.length));
      save(FOLDED_BY, FOLD_VERSION);
    });
  }

  return {
    async waiting() {
      return settings(WAITING).map(({ key }) => key.slice(WAITING.length));
    },

    async begin(site) {
      begin(site);
    },

    async next() {
      return driver.transaction(() => {
        const [waiting] = settings(WAITING);
        if (!waiting) return false;
        const key = `site:${waiting.key.slice(WAITING.length)}`;
        const [site] = driver.all<{ value: string }>(SQL.setting, key);
        const last = site && foldPiece(JSON.parse(site.value), JSON.parse(waiting.value));
        if (last === undefined) driver.run(SQL.removeSetting, waiting.key);
        else save(waiting.key, last);
        return true;
      });
    },
  };
}

/** Whose touchpoints fit into a piece; at least one owner's. */
function firstOf(owners: readonly Owner[]): readonly Owner[] {
  let sum = 0;
  const tooMany = owners.findIndex(({ touchpoints }, place) => {
    sum += touchpoints;
    return place > 0 && sum > PIECE_TOUCHPOINTS;
  });
  return tooMany < 0 ? owners : owners.slice(0, tooMany);
}

interface Owner {
  owner: string;
  touchpoints: number;
}
