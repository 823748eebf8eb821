import { type Command, readArgs, required } from './command.ts';
import { DB_OPTION, knownSite, withStore } from './database.ts';

export const exportCommand: Command = {
  name: 'export',
  usage:
    '--site <id> [--db …]   writes every touchpoint that counts (none in quarantine) as a line of JSON, for `import --preset cartograph`',
  run: async (args, io) => {
    const { values } = readArgs(args, { ...DB_OPTION, site: { type: 'string' } });
    await withStore(values, io, async (store) => {
      const site = await knownSite(store, required(values.site, 'site'));
      for await (const touchpoint of store.touchpoints(site.id)) {
        io.out(`${JSON.stringify(touchpoint)}\n`);
      }
    });
  },
};
