import type { Store } from '../store/store.ts';
import { afterTry } from './backoff.ts';
import type { Send } from './sendOnNode.ts';
import { signatureOf } from './signature.ts';
import type { Delivery, Webhook } from './webhook.ts';
import type { DueDelivery } from './webhookStore.ts';

/** Sent to one webhook in one round. */
const PER_WEBHOOK = 100;

/** Longer than a try takes. If the process dies meanwhile, the event is sent again after it. */
const CLAIM_MS = 2 * 60_000;

interface DeliverDeps {
  store: Store;
  send: Send;
  now: () => number;
  /** Ends the round after the events on their way. */
  signal?: AbortSignal | undefined;
}

/**
 * Sends what is due: each webhook's events one after the other, the webhooks at the same time. One
 * that gives no answer, or asks for patience, is left alone until the next round.
 *
 * At least once: a receiver that answered while this process died gets the event again, under the
 * same id.
 */
export async function deliver({ store, send, now, signal }: DeliverDeps): Promise<void> {
  const { webhooks } = store;
  if (!webhooks) return;
  const listed = new Map((await webhooks.list()).map((each) => [keyOf(each.site, each.id), each]));
  const due = await webhooks.due(now(), PER_WEBHOOK);
  const queues = Map.groupBy(due, ({ site, webhook }) => keyOf(site, webhook));

  const trySending = async (
    delivery: DueDelivery,
    webhook: Webhook,
  ): Promise<Delivery | undefined> => {
    const startedAt = now();
    const claim = { now: startedAt, until: startedAt + CLAIM_MS };
    if (!(await webhooks.claim(delivery, claim))) return undefined;
    const answer = await send({
      url: webhook.url,
      headers: {
        'Content-Type': 'application/json',
        'User-Agent': 'Cartograph',
        'Cartograph-Event': delivery.event,
        'Cartograph-Signature': await signatureOf(delivery.body, {
          secrets: secretsOf(webhook, startedAt),
          now: startedAt,
        }),
      },
      body: delivery.body,
    });
    const tried = afterTry(delivery, answer, now());
    await webhooks.settle(tried);
    return tried;
  };

  await Promise.all(
    [...queues].map(async ([key, queue]) => {
      const webhook = listed.get(key);
      if (!webhook) return;
      for (const delivery of queue) {
        if (signal?.aborted) return;
        const tried = await trySending(delivery, webhook);
        if (tried && tried.state !== 'delivered' && asksForPeace(tried)) return;
      }
    }),
  );
}

function asksForPeace({ status }: Delivery): boolean {
  return status === undefined || status === 429 || status === 503;
}

function secretsOf({ secret, former }: Webhook, now: number): string[] {
  return former && former.until > now ? [secret, former.secret] : [secret];
}

function keyOf(site: string, webhook: string): string {
  return JSON.stringify([site, webhook]);
}
