import Table from 'cli-table3';
import type { Verdict } from '../quarantine/reasons.ts';
import { type Command, readArgs, required, UsageError } from './command.ts';
import { audit, DB_OPTION, knownSite, withStore } from './database.ts';

const LISTED = 100;

export const quarantineList: Command = {
  name: 'quarantine list',
  usage: '--site <id> [--db …]   lists what is kept out of the reports, and why',
  run: async (args, io) => {
    const { values } = readArgs(args, { ...DB_OPTION, site: { type: 'string' } });
    await withStore(values, io, async (store) => {
      const site = await knownSite(store, required(values.site, 'site'));
      const table = new Table({
        head: ['visitor', 'reason', 'touchpoints', 'last'],
        style: { head: [], border: [] },
      });
      for (const held of await store.quarantined(site.id, { limit: LISTED })) {
        const { visitor, reason, touchpoints, lastAt } = held;
        table.push([visitor, reason, touchpoints, new Date(lastAt).toISOString()]);
      }
      for (const { visitor, verdict, at } of await store.verdicts(site.id)) {
        if (verdict === 'released') table.push([visitor, verdict, '', new Date(at).toISOString()]);
      }
      io.out(`${table.toString()}\n`);
    });
  },
};

export const quarantineDecide: readonly Command[] = [
  decide('release', 'released', 'lets a visitor’s touchpoints count'),
  decide('hold', 'held', 'keeps a visitor’s touchpoints out of the reports'),
  decide('judge', undefined, 'leaves a visitor to the rules again'),
];

function decide(word: string, verdict: Verdict | undefined, meaning: string): Command {
  return {
    name: `quarantine ${word}`,
    usage: `--site <id> <visitor> [--db …]   ${meaning}`,
    run: async (args, io) => {
      const { values, positionals } = readArgs(args, { ...DB_OPTION, site: { type: 'string' } });
      const [visitor] = positionals;
      if (!visitor || positionals.length > 1) {
        throw new UsageError(`Expected one visitor, got ${JSON.stringify(positionals)}`);
      }
      await withStore(values, io, async (store) => {
        const site = await knownSite(store, required(values.site, 'site'));
        if (!(await store.decide(site, visitor, { verdict, at: io.now() }))) {
          throw new UsageError(`Nothing is known of the visitor ${JSON.stringify(visitor)}`);
        }
        await audit(store, io, { action: `quarantine.${word}`, site: site.id });
        io.out(`${visitor}: ${verdict ?? 'as the rules say'}\n`);
      });
    },
  };
}
