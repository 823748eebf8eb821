import { type ArchiveSummary, importArchive } from '../import/index.ts';
import { restoreLines } from '../moving/restoreLines.ts';
import { findSite, type Site } from '../sites/site.ts';
import type { Store } from '../store/store.ts';
import type { Io } from './command.ts';
import { audit, withStore } from './database.ts';
import { type ImportTeller, importTeller } from './importProgress.ts';
import { remoteOf } from './remote.ts';

export interface ImportExportOptions {
  path: string;
  /** As the file has it. */
  theirs: Site;
  /** Public id that the site has here. */
  id: string;
  db: string | undefined;
  /** In place of a database: a collector's address. */
  collector: string | undefined;
  tellsAll: boolean;
}

/**
 * Reads what `export` wrote into a store, or into a collector over HTTP.
 *
 * @throws {Error} If the file was cut off or changed: once what can be read of it is restored.
 */
export async function importExport(options: ImportExportOptions, io: Io): Promise<void> {
  const { theirs, id, db, collector } = options;
  if (theirs.id !== id) {
    io.err(
      `The export is of ${theirs.id}: users whose id is an e-mail address will not be known again in ${id}\n`,
    );
  }
  if (collector !== undefined) {
    tell(await read(remoteOf(collector, id, io), options, io), options, io);
    return;
  }
  await withStore({ db }, io, async (store) => {
    const ours = await findSite(store, id);
    if (ours) tellDifferences(ours, { ...theirs, id }, io);
    const summary = await read(targetOf(store, id), options, io);
    const { touchpoints, journeys, persons } = await store.counts(id);
    if (!summary.isAlreadyImported) {
      const { accepted, duplicates } = summary;
      const detail = { accepted, duplicates };
      await audit(store, io, { action: 'site.import', site: id, detail });
    }
    io.err(`Here are ${touchpoints} touchpoints, ${journeys} journeys of ${persons} persons\n`);
    tell(summary, options, io);
  });
}

interface Target {
  restore: Parameters<typeof importArchive>[0]['restore'];
  checkpoints: Parameters<typeof importArchive>[0]['checkpoints'];
}

function targetOf(store: Store, id: string): Target {
  return {
    restore: (text) => restoreLines(store, id, text),
    checkpoints: {
      load: (key) => store.get<string>(`${key}:${id}`),
      save: (key, value) => store.put(`${key}:${id}`, value),
    },
  };
}

function read(
  { restore, checkpoints }: Target,
  { path, tellsAll }: ImportExportOptions,
  io: Io,
): Promise<ArchiveSummary> {
  const teller: ImportTeller = importTeller(io, { tellsAll });
  const { onProgress, onProblem, end } = teller;
  const { signal } = io;
  return importArchive({ path, restore, checkpoints, onProgress, onProblem, signal }).finally(end);
}

/** The settings of a site that is here already are its owner's: they are told, and left. */
function tellDifferences(ours: Site, theirs: Site, io: Io): void {
  for (const field of new Set([...Object.keys(ours), ...Object.keys(theirs)]) as Set<keyof Site>) {
    const [here, there] = [JSON.stringify(ours[field]), JSON.stringify(theirs[field])];
    if (here !== there)
      io.err(`${field} is ${here} here and ${there} in the export: left as it is\n`);
  }
}

function tell(summary: ArchiveSummary, { path }: ImportExportOptions, io: Io): void {
  const { lines, accepted, duplicates, problems, adjusted, end, broken, resumedAtLine } = summary;
  if (summary.isAlreadyImported) io.out(`Already imported: all ${lines} lines, nothing new\n`);
  else {
    const resumed = resumedAtLine ? `, going on at line ${resumedAtLine}` : '';
    io.out(
      `${lines} lines${resumed}: ${accepted} touchpoints added, ${duplicates} there already, ${problems} lines not read, ${adjusted} kept without a field\n`,
    );
  }
  if (!end) {
    throw new Error(
      `${path} is cut off: what there is of it is imported. Export again, or go on with the export, and import it once more`,
    );
  }
  const { touchpoints, journeys, persons } = end;
  io.out(
    `The export was of ${touchpoints} touchpoints, ${journeys} journeys of ${persons} persons\n`,
  );
  if (broken > 0) throw new Error(`${path} is not what was exported: export again`);
}
