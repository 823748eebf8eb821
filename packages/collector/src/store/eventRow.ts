import type { WebhookEvent } from '../webhooks/webhook.ts';

/** An event as databases have it. */
export interface EventRow extends Omit<WebhookEvent, 'site' | 'visitor' | 'stopAt'> {
  visitor: string | null;
  stopAt: number | null;
}

export function eventOf(site: string): (row: EventRow) => WebhookEvent {
  return ({ visitor, stopAt, ...event }) => ({
    ...event,
    site,
    visitor: visitor ?? undefined,
    stopAt: stopAt ?? undefined,
  });
}
