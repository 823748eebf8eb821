import { storedUser } from '../ingest/storedUser.ts';
import type { Site } from '../sites/site.ts';
import type { Store } from '../store/store.ts';

/**
 * The persons that a name stands for: a user's id or e-mail address, a visitor's id, an order's
 * number, a touchpoint's id, or a person as pages show them (`u:17`, `v:0192…`).
 */
export async function findPersons(store: Store, site: Site, name: string): Promise<string[]> {
  const asked = name.trim();
  if (asked === '') return [];
  const names = new Set([asked, await storedUser(site.id, asked)]);
  const found = await Promise.all([...names].map((each) => store.personsNamed(site.id, each)));
  return [...new Set(found.flat())].sort();
}
