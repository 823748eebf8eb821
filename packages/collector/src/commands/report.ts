import {
  abandonment,
  abandonmentCsv,
  abandonmentTable,
  pickLocale,
  type TableSection,
} from '@cartograph/report';
import Table from 'cli-table3';
import { factsFor } from '../reading/facts.ts';
import { readQuestion } from '../reading/question.ts';
import { type Command, readArgs, required } from './command.ts';
import { DB_OPTION, knownSite, withStore } from './database.ts';

export const report: Command = {
  name: 'report',
  usage:
    '--site <id> [--from 2026-10-01] [--to 2026-11-01] [--period 30d|today|all] [--as-of …] [--orders claimed|confirmed] [--json|--csv] [--lang en|ko] [--db …]   prints the abandonment report',
  run: async (args, io) => {
    const { values } = readArgs(args, {
      ...DB_OPTION,
      site: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      period: { type: 'string' },
      'as-of': { type: 'string' },
      orders: { type: 'string' },
      json: { type: 'boolean', default: false },
      csv: { type: 'boolean', default: false },
      lang: { type: 'string' },
    });
    await withStore(values, io, async (store) => {
      const site = await knownSite(store, required(values.site, 'site'));
      const asked = { ...values, asOf: values['as-of'] };
      const { question, orders } = await readQuestion(asked, { site, store, now: io.now() });
      const found = abandonment(await factsFor(store, site, question, { orders }), question);

      if (values.json) io.out(`${JSON.stringify(found, null, 2)}\n`);
      else if (values.csv) io.out(abandonmentCsv(found));
      else {
        const locale = pickLocale(io.env.LC_ALL ?? io.env.LANG, values.lang);
        io.out(abandonmentTable(found, locale).map(draw).join('\n'));
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
