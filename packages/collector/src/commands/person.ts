import { findPersons } from '../privacy/findPersons.ts';
import type { Site } from '../sites/site.ts';
import type { Store } from '../store/store.ts';
import { type Command, type Io, readArgs, required, UsageError } from './command.ts';
import { audit, DB_OPTION, knownSite, withStore } from './database.ts';

const NAMES = 'user id, e-mail address, visitor, order or u:…/v:…';

export const personFind: Command = {
  name: 'person find',
  usage: `--site <id> <${NAMES}> [--db …]   lists the persons that a name stands for`,
  run: (args, io) =>
    withPersons(args, io, async ({ store, site, persons }) => {
      for (const person of persons) io.out(`${person}\n`);
      await audit(store, io, { action: 'person.find', site: site.id });
    }),
};

export const personExport: Command = {
  name: 'person export',
  usage: `--site <id> <${NAMES}> [--db …]   writes everything that is kept of a person, as JSON`,
  run: (args, io) =>
    withPersons(args, io, async ({ store, site, persons }) => {
      const kept = await Promise.all(persons.map((person) => store.everythingOf(site, person)));
      io.out(`${JSON.stringify(kept, null, 2)}\n`);
      await audit(store, io, { action: 'person.export', site: site.id });
    }),
};

export const personForget: Command = {
  name: 'person forget',
  usage: `--site <id> <${NAMES}> [--db …]   forgets a person, as if they had never been: can’t be undone`,
  run: (args, io) =>
    withPersons(args, io, async ({ store, site, persons }) => {
      if (persons.length > 1) {
        throw new UsageError(`Expected one person, got ${persons.join(', ')}: say which`);
      }
      for (const person of persons) {
        const touchpoints = await store.forget(site, person);
        await audit(store, io, { action: 'person.forget', site: site.id, detail: { touchpoints } });
        io.out(`Forgot ${touchpoints} touchpoints\n`);
      }
    }),
};

async function withPersons(
  args: readonly string[],
  io: Io,
  work: (found: { store: Store; site: Site; persons: string[] }) => Promise<void>,
): Promise<void> {
  const { values, positionals } = readArgs(args, { ...DB_OPTION, site: { type: 'string' } });
  const [name] = positionals;
  if (!name || positionals.length > 1) {
    throw new UsageError(`Expected one ${NAMES}, got ${JSON.stringify(positionals)}`);
  }
  await withStore(values, io, async (store) => {
    const site = await knownSite(store, required(values.site, 'site'));
    const persons = await findPersons(store, site, name);
    if (persons.length === 0) throw new UsageError(`Nobody here is ${JSON.stringify(name)}`);
    await work({ store, site, persons });
  });
}
