import { existsSync } from 'node:fs';
import { isClickHouseAddress } from '../store/clickhouse/address.ts';
import { backupSqlite, countRows } from './backupSqlite.ts';
import { type Command, readArgs, required, UsageError } from './command.ts';
import { DB_OPTION, databaseOf } from './database.ts';

export const backup: Command = {
  name: 'backup',
  usage:
    '--to backup.db [--check] [--db …]   copies the database to a new file, consistent, while `serve` goes on; --check reads the copy through and counts it',
  run: async (args, io) => {
    const { values } = readArgs(args, {
      ...DB_OPTION,
      to: { type: 'string' },
      check: { type: 'boolean', default: false },
    });
    const to = required(values.to, 'to');
    const from = databaseOf(values, io);
    if (isClickHouseAddress(from)) {
      throw new UsageError(
        'Expected a file of SQLite’s, got an address of ClickHouse: its own BACKUP makes a consistent copy (see CLICKHOUSE.md), and `cartograph export` takes a site elsewhere',
      );
    }
    if (!existsSync(from)) throw new UsageError(`Expected a database at ${from}, found none`);
    if (existsSync(to)) throw new UsageError(`Expected --to to be a new file, ${to} is there`);

    const counted = await backupSqlite({ from, to });
    io.out(`Backed up to ${to}: ${said(counted)}\n`);
    if (!values.check) return;

    const found = countRows(to);
    const differing = Object.keys({ ...counted, ...found }).filter(
      (table) => counted[table] !== found[table],
    );
    if (differing.length > 0) {
      throw new Error(`the copy differs from the database in ${differing.join(', ')}`);
    }
    io.out('Checked: the copy is sound, and has all of it\n');
  },
};

function said(counts: Readonly<Record<string, number>>): string {
  const { touchpoints = 0, journeys = 0 } = counts;
  return `${touchpoints} touchpoints, ${journeys} journeys`;
}
