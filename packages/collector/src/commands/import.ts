import { parseTouchpoint } from '@cartograph/journey/parse';
import { SingleBar } from 'cli-progress';
import { type ImportedTouchpoint, importFile, PRESETS, parseMapping } from '../import/index.ts';
import { ingest } from '../ingest/ingest.ts';
import type { Site } from '../sites/site.ts';
import type { Store } from '../store/store.ts';
import { type Command, type Io, readArgs, required, UsageError } from './command.ts';
import { DB_OPTION, knownSite, withStore } from './database.ts';

/** Problems told in full; the rest is counted, so that a wrong mapping doesn't fill the screen. */
const TOLD_PROBLEMS = 20;

export const importCommand: Command = {
  name: 'import',
  usage: `--site <id> [--preset ${Object.keys(PRESETS).join('|')}] [--map at=timestamp --map visitor=user_id --map currency==EUR …] [--type product_view=view_item …] [--zone Europe/Berlin] [--all-problems] [--db …] <file.csv|.ndjson[.gz]>   reads history; run again, it adds nothing twice`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {
      ...DB_OPTION,
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
    const mapping = parseMapping({
      ...(values.preset !== undefined && { preset: values.preset }),
      ...(values.map && { pairs: values.map }),
      ...(values.type && { types: values.type }),
      ...(values.zone !== undefined && { zone: values.zone }),
    });

    await withStore(values, io, async (store) => {
      const site = await knownSite(store, required(values.site, 'site'));
      const progress = progressOf(io);
      const toldAtMost = values['all-problems'] ? Number.POSITIVE_INFINITY : TOLD_PROBLEMS;
      let problems = 0;

      const summary = await importFile({
        path,
        mapping,
        deliver: (touchpoints) => deliver(touchpoints, { store, site, now: io.now() }),
        checkpoints: {
          load: (key) => store.get<string>(`${key}:${site.id}`),
          save: (key, value) => store.put(`${key}:${site.id}`, value),
        },
        onProgress: progress.show,
        onProblem: ({ line, reason, isKept }) => {
          if (++problems > toldAtMost) return;
          progress.clear();
          io.err(`line ${line}: ${reason}${isKept ? ' (kept without it)' : ''}\n`);
        },
        signal: io.signal,
      }).finally(progress.stop);

      if (problems > toldAtMost) {
        io.err(`… and ${problems - toldAtMost} more: --all-problems tells them\n`);
      }
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
    batch: {
      site: site.id,
      sentAt: undefined,
      visitor: undefined,
      user: undefined,
      consent: undefined,
      touchpoints: kept.map(({ touchpoint }) => touchpoint),
      rejected: parsed.flatMap((result) => (result.ok ? [] : [result])),
      adjusted: kept.flatMap(({ touchpoint, complaints }) =>
        complaints.map((reason) => ({ id: touchpoint.id, reason })),
      ),
    },
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

/** A bar on a terminal, nothing in a log. */
function progressOf(io: Io) {
  if (!io.isTerminal) return { show: () => {}, clear: () => {}, stop: () => {} };

  const bar = new SingleBar({
    format: '{bar} {percentage} % | {touchpoints} touchpoints | {eta_formatted} left',
    hideCursor: true,
  });
  bar.start(1, 0, { touchpoints: 0 });
  return {
    show: ({ bytesRead, bytesTotal, touchpoints }: ProgressOf) => {
      bar.setTotal(Math.max(1, bytesTotal));
      bar.update(bytesRead, { touchpoints });
    },
    /** So that a line can be written above it. */
    clear: () => io.err('\r\x1b[K'),
    stop: () => bar.stop(),
  };
}

type ProgressOf = Parameters<NonNullable<Parameters<typeof importFile>[0]['onProgress']>>[0];
