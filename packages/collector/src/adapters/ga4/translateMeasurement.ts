import { withoutMissing } from '../../import/withoutMissing.ts';
import { asRecord } from '../asRecord.ts';
import { asRecords } from '../asRecords.ts';
import { asText } from '../asText.ts';
import { isWordOnOrder } from '../isWordOnOrder.ts';
import type { Params, Sender, Told, Translation } from '../told.ts';
import { toEvent } from './toEvent.ts';

/**
 * A body of GA4's Measurement Protocol.
 *
 * Its events have no id. With a time (`timestamp_micros`) the same event sent once more is known by
 * what it says; with an `event_id` among its params, by that. With neither, every request is news.
 *
 * @see https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference
 */
export function translateMeasurement(body: unknown, { trusted, receivedAt }: Sender): Translation {
  const envelope = asRecord(body);
  const visitor = asText(envelope.client_id) ?? asText(envelope.app_instance_id);
  const user = asText(envelope.user_id);

  const told: Told[] = [];
  const refused: { id: string | null; reason: string }[] = [];
  const events = asRecords(envelope.events);
  events.forEach((event, index) => {
    const params = asRecord(event.params);
    const said = toEvent(asText(event.name), params);
    if (typeof said === 'string') {
      refused.push({ id: asText(params.event_id) ?? null, reason: said });
    } else if (said) {
      const at = timeOf(event) ?? timeOf(envelope);
      told.push(
        withoutMissing({
          key:
            asText(params.event_id) ??
            JSON.stringify([visitor, user, at ?? receivedAt, index, event.name, params]),
          ...said,
          at: at ?? receivedAt,
          seq: events.length > 1 ? index : undefined,
          visitor,
          user,
          channel: trusted && envelope.app_instance_id !== undefined ? 'app' : undefined,
          confirmed: trusted && isWordOnOrder(said.type) ? true : undefined,
        }) as Told,
      );
    }
  });
  return { told, refused };
}

function timeOf({ timestamp_micros }: Params): number | undefined {
  const micros = Number(asText(timestamp_micros));
  return Number.isFinite(micros) ? Math.floor(micros / 1000) : undefined;
}
