import { derivedId } from './derivedId.ts';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * The id of what its source has a name for: that name where it is a UUID, else one made of it. The
 * same as the adapters' `stableId`, so what came live and comes once more in a file is known.
 *
 * @param salt Tells sources apart that name things alike.
 */
export function namedId(salt: string, name: string): string {
  return UUID.test(name) ? name.toLowerCase() : derivedId(`${salt} ${name}`);
}
