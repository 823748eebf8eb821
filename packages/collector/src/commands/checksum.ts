import { parseInstant } from '@cartograph/report';
import { checksum } from '../moving/checksum.ts';
import { type Command, readArgs, required } from './command.ts';
import { DB_OPTION, knownSite, withStore } from './database.ts';
import { COLLECTOR_OPTION, remoteOf } from './remote.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export const checksumCommand: Command = {
  name: 'checksum',
  usage:
    "--site <id> [--as-of …] [--period all] [--ask 'orders=confirmed&device=mobile'] [--db …|--collector https://…]   prints a digest of what each report says, as of the last midnight (UTC) unless told otherwise; two stores that know the same print the same",
  run: async (args, io) => {
    const { values } = readArgs(args, {
      ...DB_OPTION,
      ...COLLECTOR_OPTION,
      site: { type: 'string' },
      'as-of': { type: 'string' },
      period: { type: 'string' },
      ask: { type: 'string' },
    });
    const id = required(values.site, 'site');
    const asOf = values['as-of'] ?? new Date(io.now() - (io.now() % DAY_MS)).toISOString();
    const asked = {
      ...Object.fromEntries(new URLSearchParams(values.ask)),
      ...(values.period !== undefined && { period: values.period }),
    };
    const summed =
      values.collector === undefined
        ? await withStore(values, io, async (store) => {
            const site = await knownSite(store, id);
            const moment = parseInstant(asOf, site.timeZone);
            return checksum(store, site, { asOf: moment, asked });
          })
        : await remoteOf(values.collector, id, io).checksum({
            ...asked,
            asOf,
          });
    for (const [name, digest] of Object.entries(summed.digests)) io.out(`${digest}  ${name}\n`);
    io.out(`${summed.total}  all of ${id} as of ${summed.asOf}\n`);
  },
};
