import { type Command, readArgs, wholeNumber } from './command.ts';
import { DB_OPTION, withStore } from './database.ts';

export const auditCommand: Command = {
  name: 'audit',
  usage: '[--site <id>] [--limit 100] [--db …]   lists who did what, the latest first',
  run: async (args, io) => {
    const { values } = readArgs(args, {
      ...DB_OPTION,
      site: { type: 'string' },
      limit: { type: 'string' },
    });
    await withStore(values, io, async (store) => {
      const limit = wholeNumber(values.limit, 'limit', 100);
      const entries = await store.auditLog({ ...(values.site && { site: values.site }), limit });
      for (const { at, actor, action, site, detail } of entries) {
        const words = [new Date(at).toISOString(), actor, action, site, JSON.stringify(detail)];
        io.out(`${words.filter(Boolean).join('  ')}\n`);
      }
    });
  },
};
