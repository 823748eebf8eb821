import { listShares, makeShare, revokeShare, SHARE_DAYS } from '../security/shares.ts';
import { type Command, readArgs, required, UsageError, wholeNumber } from './command.ts';
import { audit, DB_OPTION, knownSite, withStore } from './database.ts';

const OPTIONS = { ...DB_OPTION, site: { type: 'string' } } as const;

export const shareAdd: Command = {
  name: 'share',
  usage:
    '--site <id> [--days 30] [--url https://c.shop.example] [--db …]   makes a link that reads one site’s pages until it expires',
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {
      ...OPTIONS,
      days: { type: 'string' },
      url: { type: 'string' },
    });
    if (positionals.length > 0) {
      throw new UsageError(`Expected list, revoke or options, got ${JSON.stringify(positionals)}`);
    }
    const days = wholeNumber(values.days, 'days', SHARE_DAYS.usual);
    await withStore(values, io, async (store) => {
      const site = await knownSite(store, required(values.site, 'site'));
      const { path, share } = await makeShare(store, { site: site.id, days, now: io.now() });
      await audit(store, io, { action: 'share.add', site: site.id, detail: { days } });
      const base = (values.url ?? 'https://YOUR-COLLECTOR').replace(/\/+$/, '');
      io.out(`${base}${path}\n`);
      io.err(
        `Reads ${site.id} until ${new Date(share.expiresAt).toISOString()}; shown this once. To take it back: cartograph share revoke --site ${site.id} ${share.id}\n`,
      );
    });
  },
};

export const shareList: Command = {
  name: 'share list',
  usage: '--site <id> [--db …]   lists a site’s links that still work',
  run: async (args, io) => {
    const { values } = readArgs(args, OPTIONS);
    await withStore(values, io, async (store) => {
      const site = await knownSite(store, required(values.site, 'site'));
      for (const { id, expiresAt } of await listShares(store, { site: site.id, now: io.now() })) {
        io.out(`${id}  until ${new Date(expiresAt).toISOString()}\n`);
      }
    });
  },
};

export const shareRevoke: Command = {
  name: 'share revoke',
  usage: '--site <id> <link’s id> [--db …]   takes a link back, for everybody who came in by it',
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, OPTIONS);
    const [id] = positionals;
    if (!id || positionals.length > 1) {
      throw new UsageError(`Expected one link’s id, got ${JSON.stringify(positionals)}`);
    }
    await withStore(values, io, async (store) => {
      const site = await knownSite(store, required(values.site, 'site'));
      if (!(await revokeShare(store, { site: site.id, id }))) {
        throw new UsageError(`No link of ${site.id} is ${JSON.stringify(id)}`);
      }
      await audit(store, io, { action: 'share.revoke', site: site.id });
      io.out('Taken back\n');
    });
  },
};
