import type { Store, Write } from '../store/store.ts';
import { heardAt, type Received, silentSince } from './silence.ts';

/** Between two notes of the same site on the disk, in milliseconds: what a restart may forget. */
const NOTED_EVERY_MS = 60_000;

const key = (site: string) => `received:${site}`;

export interface Receiving {
  /** The store, whose appends are noted. */
  store: Store;
  /** When browsers of a site were last heard of. `undefined` for one that never was. */
  lastAt(site: string): Promise<number | undefined>;
  /** Since when a site is silent for longer than usual: see {@link silentSince}. */
  silentSince(site: string, now: number): Promise<number | undefined>;
}

/**
 * A store that notes when each site's browsers were heard of, so that a tag that got lost is told of.
 * What servers send, what files bring and what bots do is not noted: a lost tag doesn't silence them.
 */
export function watchReceiving(store: Store): Receiving {
  const sites = new Map<string, Promise<Received | undefined>>();
  const notedAt = new Map<string, number>();

  const receivedOf = (site: string) => {
    const known = sites.get(site) ?? store.get<Received>(key(site));
    sites.set(site, known);
    // What could not be read is read again by whoever asks next.
    known.catch(() => sites.delete(site));
    return known;
  };

  const note = async ({ site, touchpoints }: Write): Promise<void> => {
    const heard = touchpoints.findLast((each) => each.browser !== undefined && !each.suspicion);
    if (!heard) return;
    const at = heard.receivedAt;
    const received = receivedOf(site.id).then((before) => heardAt(before, at));
    sites.set(site.id, received);
    if (Math.abs(at - (notedAt.get(site.id) ?? Number.NEGATIVE_INFINITY)) < NOTED_EVERY_MS) return;
    notedAt.set(site.id, at);
    await store.put(key(site.id), await received);
  };

  return {
    store: {
      ...store,
      append: async (writes) => {
        const appended = await store.append(writes);
        // What was stored is stored: the sender's answer doesn't hang on a note.
        for (const write of writes) note(write).catch(() => sites.delete(write.site.id));
        return appended;
      },
    },
    lastAt: async (site) => (await receivedOf(site))?.lastAt,
    silentSince: async (site, now) => silentSince(await receivedOf(site), now),
  };
}
