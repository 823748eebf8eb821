import { grant, SCOPES, type Scope } from '../security/access.ts';
import { type Command, readArgs, UsageError } from './command.ts';
import { audit, DB_OPTION, withStore } from './database.ts';

export const tokenAdd: Command = {
  name: 'token add',
  usage:
    '--scope read|write|admin [--db …]   makes a token for the API (read) or a server that sends (write)',
  run: async (args, io) => {
    const { values } = readArgs(args, { ...DB_OPTION, scope: { type: 'string' } });
    const scope = values.scope as Scope;
    if (!SCOPES.includes(scope)) {
      throw new UsageError(
        `Expected --scope to be ${SCOPES.join(', ')}, got ${JSON.stringify(values.scope ?? null)}`,
      );
    }
    await withStore(values, io, async (store) => {
      io.out(`${await grant(store, 'token', { scope })}\n`);
      await audit(store, io, { action: 'token.add', detail: { scope } });
    });
  },
};
