import { type Command, readArgs, required } from './command.ts';
import { DB_OPTION, knownSite, withStore } from './database.ts';

export const rebuild: Command = {
  name: 'rebuild',
  usage: '--site <id> [--db …]   throws every derived row away and folds it again',
  run: async (args, io) => {
    const { values } = readArgs(args, { ...DB_OPTION, site: { type: 'string' } });
    await withStore(values, io, async (store) => {
      const site = await knownSite(store, required(values.site, 'site'));
      const persons = await store.rebuild(site);
      const { touchpoints, journeys } = await store.counts(site.id);
      io.out(`${touchpoints} touchpoints of ${persons} persons folded into ${journeys} journeys\n`);
    });
  },
};
