import { sha256 } from '../security/sha256.ts';
import type { Site } from '../sites/site.ts';
import type { Store } from '../store/store.ts';
import {
  ALL,
  ARCHIVE_FORMAT,
  type ArchiveLine,
  type ArchiveNote,
  type ArchivePlace,
  MOVED_SETTINGS,
} from './archive.ts';

/** Touchpoints read, sealed and kept in memory at a time. */
const PART_TOUCHPOINTS = 1000;

/** A browser may send again for a week what it was not told had arrived; a day more for its clock. */
const AGAIN_MS = 8 * 24 * 60 * 60 * 1000;

export interface ArchiveOptions {
  /** Goes on behind a part that was written before. From the start when left out. */
  from?: ArchivePlace | undefined;
  /**
   * Leaves out what was here before, in epoch milliseconds, but for the last eight days of it: of those
   * touchpoints copies may have come since.
   */
  since?: number | undefined;
  /** Epoch milliseconds. */
  now: number;
}

/**
 * Everything that is true of a site, part by part: what the shopper did, what is known of its delivery,
 * what was decided about it. What is derived is left out, and so is every secret.
 *
 * What arrives meanwhile may or may not be in it: the next archive has it.
 *
 * @returns Lines of text, to be written as they are.
 */
export async function* writeArchive(
  store: Store,
  site: Site,
  { from, since, now }: ArchiveOptions,
): AsyncGenerator<string> {
  let sealed = from?.sha256 ?? '';
  const seal = async (text: string, note: (sum: string) => ArchiveNote): Promise<string> => {
    sealed = await sha256(sealed + text);
    return text + textOf([note(sealed)]);
  };

  let after = from?.after;
  let begun = from
    ? ''
    : textOf([headerOf(site, { since, now }), ...(await settingsOf(store, site))]);
  const receivedFrom = since === undefined ? undefined : since - AGAIN_MS;
  for (;;) {
    const page = { after, receivedFrom, limit: PART_TOUCHPOINTS };
    const { arrivals, place } = await store.arrivals(site.id, page);
    if (arrivals.length === 0) break;
    yield seal(begun + textOf(arrivals), (sum) => ({
      cartograph: 'seal',
      after: place,
      sha256: sum,
    }));
    begun = '';
    after = place;
  }
  for await (const notes of toldOf(store, site)) {
    yield seal(begun + textOf(notes), (sum) => ({
      cartograph: 'seal',
      after: after ?? '',
      sha256: sum,
    }));
    begun = '';
  }
  const counts = await store.counts(site.id);
  const last =
    begun + textOf([...(await verdictsOf(store, site)), ...(await auditOf(store, site))]);
  yield seal(last, (sum) => ({ cartograph: 'end', ...counts, sha256: sum }));
}

function textOf(lines: readonly ArchiveLine[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

function headerOf(site: Site, { since, now }: Pick<ArchiveOptions, 'since' | 'now'>): ArchiveNote {
  const header = { format: ARCHIVE_FORMAT, site, exportedAt: now };
  return { cartograph: 'export', ...header, ...(since !== undefined && { since }) };
}

async function settingsOf(store: Store, site: Site): Promise<ArchiveNote[]> {
  const notes: ArchiveNote[] = [];
  for (const name of MOVED_SETTINGS) {
    const prefix = `${name}:${site.id}:`;
    for (const { key, value } of await store.list<object>(prefix)) {
      notes.push({ cartograph: 'setting', name, id: key.slice(prefix.length), value });
    }
  }
  return notes;
}

async function verdictsOf(store: Store, site: Site): Promise<ArchiveNote[]> {
  const verdicts = await store.verdicts(site.id);
  return verdicts.map((verdict) => ({ cartograph: 'verdict', ...verdict }));
}

/** The earliest first, which is the order to write it down in again. */
async function auditOf(store: Store, { id: site }: Site): Promise<ArchiveNote[]> {
  const entries = await store.auditLog({ site, limit: ALL });
  return entries
    .reverse()
    .map(({ id: _, site: __, ...entry }) => ({ cartograph: 'audit', ...entry }));
}

/** What webhooks were told, and what came of it. */
async function* toldOf({ webhooks }: Store, { id: site }: Site): AsyncGenerator<ArchiveNote[]> {
  for (let after = ''; webhooks; ) {
    const events = await webhooks.told(site, { after, limit: PART_TOUCHPOINTS });
    const last = events.at(-1);
    if (!last) return;
    const notes: ArchiveNote[] = [];
    for (const { site: _, ...event } of events) {
      const outcomes = await webhooks.outcomes(site, event.id);
      notes.push({ cartograph: 'event', ...event, outcomes });
    }
    yield notes;
    after = last.id;
  }
}
