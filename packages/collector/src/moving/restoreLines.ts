import { findSite, type Site, saveSite } from '../sites/site.ts';
import type { Arrival, Store } from '../store/store.ts';
import type { WebhookEvent } from '../webhooks/webhook.ts';
import { ALL, type ArchiveNote } from './archive.ts';
import { readArchiveLine } from './readArchiveLine.ts';

/** What came of some lines of an archive. */
export interface RestoredLines {
  /** Touchpoints that are new here. */
  accepted: number;
  /** Touchpoints that were here already. */
  duplicates: number;
  problems: readonly LineProblem[];
}

export interface LineProblem {
  /** Among the lines given, from 1. */
  line: number;
  /** What was expected and what came. */
  reason: string;
  /** It was kept, only without the field that the reason names. */
  isKept: boolean;
}

/** What is restored at once, in bytes. A part with the longest touchpoints there may be has more lines than that. */
export const MAX_LINES_BYTES = 8 * 1024 * 1024;

/**
 * Puts lines of an archive into a store. Any of them may come any number of times, from any number of
 * archives: what is here already stays as it is.
 *
 * A site that is not known here is added as the header says. Of one that is, the settings are its
 * owner's, and are left alone.
 *
 * @param id Public id that the site has here.
 * @throws {RangeError} If the site is unknown and no header has come.
 * @throws {SiteError} If it is unknown, and can't be what the header says.
 */
export async function restoreLines(store: Store, id: string, text: string): Promise<RestoredLines> {
  const problems: LineProblem[] = [];
  const arrivals: Arrival[] = [];
  const notes: ArchiveNote[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const read = readArchiveLine(line);
    const tell = (reason: string, isKept: boolean) =>
      void problems.push({ line: index + 1, reason, isKept });
    if (read.kind === 'problem') tell(read.reason, false);
    if (read.kind === 'note') notes.push(read.note);
    if (read.kind !== 'touchpoint') return;
    arrivals.push(read.arrival);
    if (read.notes.length > 0) tell(read.notes.join('; '), true);
  });

  const site = await siteOf(store, id, notes);
  const appended =
    arrivals.length > 0 ? await store.restore(site, arrivals) : { accepted: 0, duplicates: 0 };
  await restoreNotes(store, site, notes);
  return { ...appended, problems };
}

async function siteOf(store: Store, id: string, notes: readonly ArchiveNote[]): Promise<Site> {
  const known = await findSite(store, id);
  if (known) return known;
  const header = notes.find((note) => note.cartograph === 'export');
  if (!header) {
    throw new RangeError(
      `Expected the first line of an export, with its site: ${id} is not known here`,
    );
  }
  return saveSite(store, { ...header.site, id });
}

async function restoreNotes(
  store: Store,
  site: Site,
  notes: readonly ArchiveNote[],
): Promise<void> {
  const of = <Kind extends ArchiveNote['cartograph']>(kind: Kind) =>
    notes.filter((note): note is Extract<ArchiveNote, { cartograph: Kind }> => {
      return note.cartograph === kind;
    });
  for (const { name, id, value } of of('setting'))
    await store.put(`${name}:${site.id}:${id}`, value);
  await restoreVerdicts(store, site, of('verdict'));
  await restoreAudit(store, site, of('audit'));
  for (const { cartograph: _, outcomes, ...event } of of('event')) {
    const told = { ...event, site: site.id } as WebhookEvent;
    await store.webhooks?.add([{ ...told, webhooks: [] }]);
    for (const outcome of outcomes) {
      await store.webhooks?.addOutcome(site.id, { ...outcome, event: event.id });
    }
  }
}

/** The later decision stands. */
async function restoreVerdicts(
  store: Store,
  site: Site,
  verdicts: readonly Extract<ArchiveNote, { cartograph: 'verdict' }>[],
): Promise<void> {
  if (verdicts.length === 0) return;
  const ours = new Map((await store.verdicts(site.id)).map(({ visitor, at }) => [visitor, at]));
  for (const { visitor, verdict, at } of verdicts) {
    if (at > (ours.get(visitor) ?? -1)) await store.decide(site, visitor, { verdict, at });
  }
}

async function restoreAudit(
  store: Store,
  { id: site }: Site,
  entries: readonly Extract<ArchiveNote, { cartograph: 'audit' }>[],
): Promise<void> {
  if (entries.length === 0) return;
  const ours = await store.auditLog({ site, limit: ALL });
  const known = new Set(
    ours.map(({ at, actor, action, detail }) => keyOf({ at, actor, action, detail })),
  );
  for (const { at, actor, action, detail } of entries) {
    if (known.has(keyOf({ at, actor, action, detail }))) continue;
    await store.audit({ at, actor, action, site, ...(detail && { detail }) });
  }
}

function keyOf({
  at,
  actor,
  action,
  detail = {},
}: {
  at: number;
  actor: string;
  action: string;
  detail?: object | undefined;
}): string {
  return JSON.stringify([at, actor, action, detail]);
}
