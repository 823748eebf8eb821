import type { Settings } from './settings.ts';

/** Small things of a site that its owner makes and takes away again: one setting each. */
export interface Entries<Value extends object> {
  /** In the order of their keys. */
  list(settings: Settings, site: string): Promise<(Value & { id: string })[]>;
  /** Resolves to its id. */
  add(settings: Settings, site: string, value: Value): Promise<string>;
  /** Resolves to whether there was one. */
  remove(settings: Settings, site: string, id: string): Promise<boolean>;
}

/**
 * @param name What they are, as keys begin with: `annotation`.
 * @param sortedBy Goes in front of the id, so that a list comes in this order. @default none
 */
export function entriesOf<Value extends object>(
  name: string,
  sortedBy: (value: Value) => string = () => '',
): Entries<Value> {
  const prefix = (site: string) => `${name}:${site}:`;
  return {
    async list(settings, site) {
      const entries = await settings.list<Value>(prefix(site));
      return entries.map(({ key, value }) => ({ ...value, id: key.slice(prefix(site).length) }));
    },
    async add(settings, site, value) {
      const id = `${sortedBy(value)}.${crypto.randomUUID().slice(0, 8)}`;
      await settings.put(prefix(site) + id, value);
      return id;
    },
    remove: (settings, site, id) => settings.remove(prefix(site) + id),
  };
}
