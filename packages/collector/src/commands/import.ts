import { parseTouchpoint } from '@cartograph/journey/parse';
import {
  archivedSite,
  type ImportedTouchpoint,
  importFile,
  PRESETS,
  parseMapping,
} from '../import/index.ts';
import { ingest } from '../ingest/ingest.ts';
import { serversBatch } from '../ingest/serversBatch.ts';
import type { Site } from '../sites/site.ts';
import type { Store } from '../store/store.ts';
import { type Command, readArgs, required, UsageError } from './command.ts';
import { DB_OPTION, knownSite, withStore } from './database.ts';
import { importExport } from './importExport.ts';
import { importTeller } from './importProgress.ts';
import { COLLECTOR_OPTION } from './remote.ts';

export const importCommand: Command = {
  name: 'import',
  usage: `--site <id> [--preset ${Object.keys(PRESETS).join('|')}] [--map at=timestamp --map visitor=user_id --map currency==EUR …] [--type product_view=view_item …] [--zone Europe/Berlin] [--all-problems] [--db …] <file.csv|.ndjson[.gz]>   reads history, or what \`export\` wrote (also with --collector https://… in place of --db); run again, it adds nothing twice`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {
      ...DB_OPTION,
      ...COLLECTOR_OPTION,
      site: { type: 'string' },
      preset: { type: 'string' },
      map: { type: 'string', multiple: true },
      type: { type: 'string', multiple: true },
      zone: { type: 'string' },
      'all-problems': { type: 'boolean', default: false },
    });
    const [path] = positionals;
    if (!path || positionals.length > 1) {
      throw new UsageError(`Expected one file, got ${JSON.stringify(positionals)}`);
    }
    const tellsAll = values['all-problems'];
    const { preset, map, type, db, collector } = values;
    const mayBeExport = preset === 'cartograph' || !(preset ?? map ?? type);
    const theirs = mayBeExport ? await archivedSite(path) : undefined;
    if (theirs) {
      const id = values.site ?? theirs.id;
      await importExport({ path, theirs, id, db, collector, tellsAll }, io);
      return;
    }
    if (collector !== undefined) {
      throw new UsageError('Expected what `export` wrote, to send it to --collector');
    }
    const mapping = parseMapping({
      ...(preset !== undefined && { preset }),
      ...(map && { pairs: map }),
      ...(type && { types: type }),
      ...(values.zone !== undefined && { zone: values.zone }),
    });

    await withStore(values, io, async (store) => {
      const site = await knownSite(store, required(values.site, 'site'));
      const { onProgress, onProblem, end } = importTeller(io, { tellsAll });
      const summary = await importFile({
        path,
        mapping,
        currency: site.currency,
        deliver: (touchpoints) => deliver(touchpoints, { store, site, now: io.now() }),
        checkpoints: {
          load: (key) => store.get<string>(`${key}:${site.id}`),
          save: (key, value) => store.put(`${key}:${site.id}`, value),
        },
        onProgress,
        onProblem,
        signal: io.signal,
      }).finally(end);

      io.out(`${summaryOf(summary)}\n`);
    });
  },
};

async function deliver(
  touchpoints: readonly ImportedTouchpoint[],
  { store, site, now }: { store: Store; site: Site; now: number },
) {
  const parsed = touchpoints.map((touchpoint) => parseTouchpoint(touchpoint, { trusted: true }));
  const kept = parsed.flatMap((result) => (result.ok ? [result] : []));
  return ingest(store, {
    site,
    receivedAt: now,
    batch: serversBatch(site.id, {
      touchpoints: kept.map(({ touchpoint }) => touchpoint),
      rejected: parsed.flatMap((result) => (result.ok ? [] : [result])),
      adjusted: kept.flatMap(({ touchpoint, complaints }) =>
        complaints.map((reason) => ({ id: touchpoint.id, reason })),
      ),
    }),
  });
}

function summaryOf(summary: Awaited<ReturnType<typeof importFile>>): string {
  const { lines, touchpoints, accepted, duplicates, problems, adjusted, leftOut } = summary;
  if (summary.isAlreadyImported) return `Already imported: all ${lines} lines, nothing new`;

  const parts = [
    `${accepted} touchpoints added`,
    `${duplicates} there already`,
    `${problems} rows not read`,
    `${leftOut} left out`,
    `${adjusted} kept without a field`,
  ];
  const resumed = summary.resumedAtLine ? `, going on at line ${summary.resumedAtLine}` : '';
  return `${lines} lines, ${touchpoints} touchpoints read${resumed}: ${parts.join(', ')}`;
}
