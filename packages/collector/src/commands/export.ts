import { parseInstant } from '@cartograph/report';
import type { ArchivePlace } from '../moving/archive.ts';
import { writeArchive } from '../moving/writeArchive.ts';
import { withoutPassword } from '../store/clickhouse/address.ts';
import { type Command, type Io, readArgs, required } from './command.ts';
import { audit, DB_OPTION, databaseOf, knownSite, withStore } from './database.ts';
import { exportFile } from './exportFile.ts';
import { COLLECTOR_OPTION, remoteOf } from './remote.ts';

type Archive = (from?: ArchivePlace) => AsyncIterable<string>;

export const exportCommand: Command = {
  name: 'export',
  usage:
    '--site <id> [--out shop.ndjson.gz] [--since 2026-11-01] [--db …|--collector https://…]   writes everything that is known of a site, for `import` elsewhere; with --out, run again, it goes on where it was stopped. See MOVING.md',
  run: async (args, io) => {
    const { values } = readArgs(args, {
      ...DB_OPTION,
      ...COLLECTOR_OPTION,
      site: { type: 'string' },
      out: { type: 'string' },
      since: { type: 'string' },
    });
    const id = required(values.site, 'site');
    const { out, since, collector } = values;
    if (collector !== undefined) {
      const remote = remoteOf(collector, id, io);
      const archive: Archive = (from) => remote.archive({ from, since });
      await write(archive, { out, source: `${id} of ${collector} since ${since ?? ''}`, io });
      return;
    }
    await withStore(values, io, async (store) => {
      const site = await knownSite(store, id);
      await audit(store, io, { action: 'site.export', site: id });
      const archive: Archive = (from) =>
        writeArchive(store, site, {
          from,
          since: since === undefined ? undefined : parseInstant(since, site.timeZone),
          now: io.now(),
        });
      const source = `${id} of ${withoutPassword(databaseOf(values, io))} since ${since ?? ''}`;
      await write(archive, { out, source, io });
    });
  },
};

async function write(
  archive: Archive,
  { out, source, io }: { out: string | undefined; source: string; io: Io },
): Promise<void> {
  if (out === undefined) {
    for await (const text of archive()) {
      io.signal.throwIfAborted();
      io.out(text);
    }
    return;
  }
  const end = await exportFile({
    path: out,
    source,
    archive,
    onPart: (bytes) => {
      if (io.isTerminal) io.err(`\r${(bytes / 1e6).toFixed(1)} MB`);
    },
    signal: io.signal,
  });
  const { touchpoints, journeys, persons, wasResumed } = end;
  const how = wasResumed ? 'Went on with' : 'Wrote';
  io.err(
    `${how} ${out}. The site has ${touchpoints} touchpoints, ${journeys} journeys of ${persons} persons\n`,
  );
}
