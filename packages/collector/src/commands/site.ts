import Table from 'cli-table3';
import { foldsAlike } from '../sites/rulesOf.ts';
import { listSites, type Site, saveSite } from '../sites/site.ts';
import { type Command, readArgs, UsageError, wholeNumber } from './command.ts';
import { audit, DB_OPTION, withStore } from './database.ts';

export const siteAdd: Command = {
  name: 'site add',
  usage:
    '<id> --origin https://shop.example [--origin …] [--name …] [--currency EUR] [--time-zone Europe/Berlin] [--abandoned-after 60] [--retention-days 400] [--orders claimed|confirmed] [--db …]   adds a site, or changes it',
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {
      ...DB_OPTION,
      origin: { type: 'string', multiple: true },
      name: { type: 'string' },
      currency: { type: 'string' },
      'time-zone': { type: 'string' },
      'abandoned-after': { type: 'string' },
      'retention-days': { type: 'string' },
      orders: { type: 'string' },
    });
    const [id] = positionals;
    if (!id || positionals.length > 1) {
      throw new UsageError(`Expected one site id, got ${JSON.stringify(positionals)}`);
    }
    await withStore(values, io, async (store) => {
      const known = (await listSites(store)).find((site) => site.id === id);
      const minutes = values['abandoned-after'];
      const days = values['retention-days'];
      const site = await saveSite(store, {
        ...known,
        id,
        ...(values.name !== undefined && { name: values.name }),
        ...(values.origin && { origins: values.origin }),
        ...(values.currency && { currency: values.currency.toUpperCase() }),
        ...(values['time-zone'] && { timeZone: values['time-zone'] }),
        ...(minutes && { abandonedAfterMs: wholeNumber(minutes, 'abandoned-after', 60) * 60_000 }),
        ...(days && { retentionDays: wholeNumber(days, 'retention-days', 0) }),
        ...(values.orders && { orders: values.orders as NonNullable<Site['orders']> }),
      });
      // Journeys were folded with the old settings.
      if (known && !foldsAlike(known, site)) await store.rebuild(site);
      await audit(store, io, { action: known ? 'site.change' : 'site.add', site: site.id });
      io.out(`${known ? 'Changed' : 'Added'} ${site.id}. The tag for its pages:\n`);
      io.out(`<script async src="https://YOUR-COLLECTOR/c.js" data-site="${site.id}"></script>\n`);
    });
  },
};

export const siteList: Command = {
  name: 'site list',
  usage: '[--db …]   lists the sites',
  run: async (args, io) => {
    const { values } = readArgs(args, DB_OPTION);
    await withStore(values, io, async (store) => {
      const table = new Table({
        head: ['id', 'name', 'origins', 'currency', 'time zone', 'abandoned after'],
        style: { head: [], border: [] },
      });
      for (const site of await listSites(store)) {
        const minutes = `${site.abandonedAfterMs / 60_000} min`;
        table.push([
          site.id,
          site.name,
          site.origins.join('\n'),
          site.currency,
          site.timeZone,
          minutes,
        ]);
      }
      io.out(`${table.toString()}\n`);
    });
  },
};
