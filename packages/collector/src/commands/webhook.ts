import Table from 'cli-table3';
import type { Site } from '../sites/site.ts';
import { addWebhook, rotateSecret, webhooksOf } from '../webhooks/manageWebhooks.ts';
import { targetsFrom } from '../webhooks/targetsFrom.ts';
import { DELIVERY_STATES } from '../webhooks/webhook.ts';
import type { WebhookStore } from '../webhooks/webhookStore.ts';
import { type Command, type Io, readArgs, required, UsageError } from './command.ts';
import { audit, DB_OPTION, knownSite, withStore } from './database.ts';

const LISTED = 100;

const OPTIONS = {
  ...DB_OPTION,
  site: { type: 'string' },
  event: { type: 'string', multiple: true },
  state: { type: 'string' },
} as const;

interface Asked {
  site: Site;
  webhooks: WebhookStore;
  positionals: readonly string[];
  events: readonly string[] | undefined;
  state: string | undefined;
  io: Io;
  /** Writes down what was done. */
  note: (action: string, detail?: Readonly<Record<string, string | number>>) => Promise<void>;
}

export const webhookCommands: readonly Command[] = [
  command(
    'webhook add',
    '--site <id> <https url> [--event cart.abandoned …]   sends events of a site to an address; shows the secret once',
    async ({ site, webhooks, positionals, events, io, note }) => {
      const url = one(positionals, 'address');
      const wanted = { site: site.id, url, ...(events && { events }) };
      const targets = targetsFrom(io.env);
      const { id, secret } = await addWebhook(webhooks, wanted, { now: io.now(), targets });
      await note('webhook.add', { id, host: new URL(url).host });
      io.out(`${id}\n`);
      io.out(`Secret, shown this once: ${secret}\n`);
    },
  ),
  command('webhook list', '--site <id> [--db …]   lists a site’s webhooks', async (asked) => {
    const table = tableOf(['id', 'address', 'events', 'since']);
    for (const { id, url, events, createdAt } of await asked.webhooks.list(asked.site.id)) {
      table.push([id, url, events.join('\n'), new Date(createdAt).toISOString()]);
    }
    asked.io.out(`${table.toString()}\n`);
  }),
  command(
    'webhook rotate',
    '--site <id> <webhook> [--db …]   gives a webhook another secret; the one before signs for a day more',
    async ({ site, webhooks, positionals, io, note }) => {
      const id = one(positionals, 'webhook');
      const rotated = await rotateSecret(webhooks, { site: site.id, id, now: io.now() });
      if (!rotated) throw new UsageError(`Unknown webhook ${JSON.stringify(id)}`);
      await note('webhook.rotate', { id });
      io.out(`Secret, shown this once: ${rotated.secret}\n`);
    },
  ),
  command(
    'webhook remove',
    '--site <id> <webhook> [--db …]   sends nothing there any more, not even what waits',
    async ({ site, webhooks, positionals, io, note }) => {
      const id = one(positionals, 'webhook');
      if (!(await webhooks.remove(site.id, id))) {
        throw new UsageError(`Unknown webhook ${JSON.stringify(id)}`);
      }
      await note('webhook.remove', { id });
      io.out(`${id} removed\n`);
    },
  ),
  command(
    'webhook deliveries',
    '--site <id> [--state waiting|delivered|dead] [--db …]   lists what was sent and what was not, the latest first',
    async ({ site, webhooks, state, io }) => {
      const wanted = DELIVERY_STATES.find((each) => each === state);
      if (state !== undefined && !wanted) {
        throw new UsageError(
          `Expected --state to be ${DELIVERY_STATES.join(', ')}, got "${state}"`,
        );
      }
      const table = tableOf(['event', 'type', 'webhook', 'state', 'tries', 'next or last', 'why']);
      const filter = { ...(wanted && { state: wanted }), limit: LISTED };
      for (const each of await webhooks.deliveries(site.id, filter)) {
        const { event, type, webhook, tries, dueAt, triedAt, status, error } = each;
        const moment = each.state === 'waiting' ? dueAt : (triedAt ?? dueAt);
        const when = new Date(moment).toISOString();
        table.push([event, type, webhook, each.state, tries, when, error ?? status ?? '']);
      }
      io.out(`${table.toString()}\n`);
    },
  ),
  command(
    'webhook retry',
    '--site <id> [<event>] [--db …]   puts what was given up back into the queue: one event, or all',
    async ({ site, webhooks, positionals, io, note }) => {
      const event = positionals.length > 0 ? one(positionals, 'event') : undefined;
      const filter = { ...(event !== undefined && { event }), now: io.now() };
      const retried = await webhooks.retry(site.id, filter);
      await note('webhook.retry', { retried });
      io.out(`${retried} to be tried again\n`);
    },
  ),
];

function command(name: string, usage: string, run: (asked: Asked) => Promise<void>): Command {
  return {
    name,
    usage,
    run: async (args, io) => {
      const { values, positionals } = readArgs(args, OPTIONS);
      await withStore(values, io, async (store) => {
        const site = await knownSite(store, required(values.site, 'site'));
        await run({
          site,
          webhooks: webhooksOf(store),
          positionals,
          events: values.event,
          state: values.state,
          io,
          note: (action, detail) =>
            audit(store, io, { action, site: site.id, ...(detail && { detail }) }),
        });
      });
    },
  };
}

function one(positionals: readonly string[], what: string): string {
  const [first] = positionals;
  if (!first || positionals.length > 1) {
    throw new UsageError(`Expected one ${what}, got ${JSON.stringify(positionals)}`);
  }
  return first;
}

function tableOf(head: string[]) {
  return new Table({ head, style: { head: [], border: [] } });
}
