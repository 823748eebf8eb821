import { newSecret } from '../security/secret.ts';
import type { Store } from '../store/store.ts';
import { readTarget, type TargetOptions } from './target.ts';
import { EVENT_TYPES, type EventType, type Webhook } from './webhook.ts';
import type { WebhookStore } from './webhookStore.ts';

/** Both secrets sign for as long, in milliseconds, after one was changed. */
const FORMER_MS = 24 * 60 * 60 * 1000;

/** @throws {TypeError} If the store has no place for webhooks. */
export function webhooksOf({ webhooks }: Store): WebhookStore {
  if (!webhooks) throw new TypeError('Expected a store that keeps webhooks, got one that does not');
  return webhooks;
}

/**
 * Adds a webhook. Its secret is in what this resolves to, and shown nowhere else.
 *
 * @param events @default all
 * @throws {TypeError} If nothing may be sent there, or an event is unknown.
 */
export async function addWebhook(
  webhooks: WebhookStore,
  { site, url, events = EVENT_TYPES }: { site: string; url: string; events?: readonly string[] },
  { now, targets }: { now: number; targets: TargetOptions },
): Promise<Webhook> {
  for (const event of events) {
    if (!isEventType(event)) {
      throw new TypeError(`Expected events of ${EVENT_TYPES.join(', ')}, got "${event}"`);
    }
  }
  const webhook: Webhook = {
    site,
    id: newSecret('wh').slice(0, 15),
    url: readTarget(url, targets).url.href,
    events: events.filter(isEventType),
    createdAt: now,
    secret: newSecret('whsec'),
  };
  await webhooks.save(webhook);
  return webhook;
}

/** Gives a webhook another secret. For a day, the one before signs too. `undefined` for an unknown webhook. */
export async function rotateSecret(
  webhooks: WebhookStore,
  { site, id, now }: { site: string; id: string; now: number },
): Promise<Webhook | undefined> {
  const webhook = (await webhooks.list(site)).find((each) => each.id === id);
  if (!webhook) return undefined;
  const former = { secret: webhook.secret, until: now + FORMER_MS };
  const rotated = { ...webhook, secret: newSecret('whsec'), former };
  await webhooks.save(rotated);
  return rotated;
}

function isEventType(event: string): event is EventType {
  return EVENT_TYPES.some((each) => each === event);
}
