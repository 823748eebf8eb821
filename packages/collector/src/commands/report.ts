import {
  type AbandonmentReport,
  abandonmentTable,
  pickLocale,
  type TableSection,
  toCsv,
} from '@cartograph/report';
import Table from 'cli-table3';
import { ask } from '../reports/ask.ts';
import { reports } from '../reports/index.ts';
import { type Command, readArgs, required, UsageError } from './command.ts';
import { DB_OPTION, knownSite, withStore } from './database.ts';

const REPORTS = reports();

export const report: Command = {
  name: 'report',
  usage: `[${REPORTS.map(({ name }) => name).join('|')}] --site <id> [--from 2026-10-01] [--to 2026-11-01] [--period 30d|today|all] [--as-of …] [--orders claimed|confirmed] [--ask 'device=mobile&by=channel'] [--json|--csv] [--lang en|ko] [--db …]   prints a report: abandonment as a table, others as CSV, unless asked otherwise`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {
      ...DB_OPTION,
      site: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      period: { type: 'string' },
      'as-of': { type: 'string' },
      orders: { type: 'string' },
      ask: { type: 'string' },
      json: { type: 'boolean', default: false },
      csv: { type: 'boolean', default: false },
      lang: { type: 'string' },
    });
    const [name = 'abandonment'] = positionals;
    const chosen = REPORTS.find((each) => each.name === name);
    if (!chosen) {
      const names = REPORTS.map((each) => each.name).join(', ');
      throw new UsageError(`Expected a report of ${names}, got ${JSON.stringify(name)}`);
    }

    await withStore(values, io, async (store) => {
      const site = await knownSite(store, required(values.site, 'site'));
      const { from, to, period, orders, 'as-of': asOf } = values;
      const said = Object.entries({ from, to, period, orders, asOf });
      const asked = {
        ...Object.fromEntries(new URLSearchParams(values.ask)),
        ...Object.fromEntries(said.filter((entry): entry is [string, string] => !!entry[1])),
      };
      const found = await chosen.read(await ask(asked, { site, store, now: io.now() }));

      if (values.json) io.out(`${JSON.stringify(found, null, 2)}\n`);
      else if (values.csv || name !== 'abandonment') {
        const rows = chosen.csv(found);
        io.out(typeof rows === 'string' ? rows : toCsv(rows));
      } else {
        const locale = pickLocale(io.env.LC_ALL ?? io.env.LANG, values.lang);
        io.out(
          abandonmentTable(found as AbandonmentReport, locale)
            .map(draw)
            .join('\n'),
        );
      }
    });
  },
};

/** Figures are read from the right. */
function draw({ title, head, rows }: TableSection): string {
  const columns = Math.max(head.length, ...rows.map((row) => row.length));
  const table = new Table({
    head: [...head],
    style: { head: [], border: [], compact: true },
    colAligns: Array.from({ length: columns }, (_, at) => (at === 0 ? 'left' : 'right')),
  });
  table.push(...rows.map((row) => [...row]));
  return `${title}\n${table.toString()}\n`;
}
