import { purge } from '../privacy/purge.ts';
import { type Command, readArgs } from './command.ts';
import { DB_OPTION, withStore } from './database.ts';

export const purgeCommand: Command = {
  name: 'purge',
  usage: '[--db …]   removes what is older than its site keeps; `serve` does so every day',
  run: async (args, io) => {
    const { values } = readArgs(args, DB_OPTION);
    await withStore(values, io, async (store) =>
      io.out(`Removed ${await purge(store, io.now())} touchpoints\n`),
    );
  },
};
