import { findSite, type Site } from '../sites/site.ts';
import type { Store } from '../store/store.ts';
import { type Detected, detect, TOLD_WITHIN_MS } from './detect.ts';
import { eventBody, eventId, visitorOf } from './eventBody.ts';
import type { Webhook } from './webhook.ts';
import type { NewEvent, WebhookStore } from './webhookStore.ts';

const PAGE = 200;
const DAY_MS = 24 * 60 * 60 * 1000;

interface SweepDeps {
  store: Store;
  /** Where the pages are: `https://carts.shop.example`. */
  baseUrl: string;
}

/**
 * Looks at whose cart went idle and whose journeys changed since the last sweep, and queues what the
 * sites' webhooks are to be told. Has no timer and no clock: call it every minute, or less often.
 *
 * Every part may be done twice without harm. What was looked at is marked as seen only after what came
 * of it is stored, so a crash repeats work and loses none.
 *
 * @param now Epoch milliseconds.
 */
export async function sweep({ store, baseUrl }: SweepDeps, now: number): Promise<void> {
  const { webhooks } = store;
  if (!webhooks) return;
  const bySite = Map.groupBy(await webhooks.list(), ({ site }) => site);
  for (const [id, listeners] of bySite) {
    const site = await findSite(store, id);
    if (!site) continue;
    const look = (persons: readonly string[]) =>
      lookAt(persons, { site, listeners, store, webhooks, baseUrl, now });

    for (let isMore = true; isMore; ) {
      const changed = await webhooks.changed(id, PAGE);
      await look(changed.map(({ person }) => person));
      await webhooks.seen(id, changed);
      isMore = changed.length === PAGE;
    }
    await lookAtIdle({ store, webhooks, site, now }, look);
    if (site.retentionDays !== undefined) {
      await webhooks.prune(id, now - site.retentionDays * DAY_MS);
    }
  }
}

async function lookAtIdle(
  { store, webhooks, site, now }: { store: Store; webhooks: WebhookStore; site: Site; now: number },
  look: (persons: readonly string[]) => Promise<void>,
): Promise<void> {
  const key = `webhook-idle:${site.id}`;
  const upTo = now - site.abandonedAfterMs;
  const known = await store.get<number>(key);
  // What went idle earlier is too old to be told of.
  const after = Math.max(known ?? 0, upTo - TOLD_WITHIN_MS - 1);
  if (after >= upTo) return;
  const persons = await webhooks.wentIdle(site.id, { after, upTo });
  for (let from = 0; from < persons.length; from += PAGE) {
    await look(persons.slice(from, from + PAGE));
  }
  await store.put(key, upTo);
}

interface Looking extends SweepDeps {
  site: Site;
  listeners: readonly Webhook[];
  webhooks: WebhookStore;
  now: number;
}

async function lookAt(persons: readonly string[], looking: Looking): Promise<void> {
  const { site, webhooks, now } = looking;
  const events: NewEvent[] = [];
  for (const { journeys, events: told } of await webhooks.known(site, persons)) {
    const toldIds = new Set(told.map(({ id }) => id));
    const { abandonedAfterMs } = site;
    for (const detected of detect({ journeys, told, now, abandonedAfterMs })) {
      const id = await eventId(site, detected);
      if (!toldIds.has(id)) events.push(...(await toEvents(detected, id, looking)));
    }
  }
  if (events.length > 0) await webhooks.add(events);
  // Requests get their turn between two pages.
  await new Promise((resolve) => setTimeout(resolve));
}

/** None, if no webhook was there when it happened. */
async function toEvents(
  detected: Detected,
  id: string,
  { site, listeners, store, baseUrl, now }: Looking,
): Promise<NewEvent[]> {
  const { type, journey, at, stop } = detected;
  const present = listeners.filter(({ createdAt }) => createdAt <= at);
  if (present.length === 0) return [];

  const { journeys } = await store.journeysOf(site, journey.person);
  const folded = journeys.find((each) => each.journey.id === journey.id);
  const visitor = folded && visitorOf(folded);
  return [
    {
      site: site.id,
      id,
      type,
      journey: journey.id,
      person: journey.person,
      visitor,
      at,
      stopAt: stop?.at,
      detectedAt: now,
      body: await eventBody(detected, { site, id, visitor, baseUrl }),
      webhooks: present.filter(({ events }) => events.includes(type)).map((each) => each.id),
    },
  ];
}
