import {
  type BatchAnswer,
  correctedAt,
  type Device,
  type StoredTouchpoint,
} from '@cartograph/journey';
import type { ParsedBatch, ParsedTouchpoint } from '@cartograph/journey/parse';
import type { Site } from '../sites/site.ts';
import type { Store } from '../store/store.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export interface Arrival {
  site: Site;
  batch: ParsedBatch;
  /** Epoch milliseconds by the collector's clock. */
  receivedAt: number;
  device?: Device | undefined;
}

/** Stores what a batch brought. Resolves, once it is on disk, to what the sender is told. */
export async function ingest(store: Store, arrival: Arrival): Promise<BatchAnswer> {
  const { site, batch, receivedAt } = arrival;
  const rejected = [...batch.rejected];
  const touchpoints: StoredTouchpoint[] = [];

  const oldest = receivedAt - (site.retentionDays ?? Number.POSITIVE_INFINITY) * DAY_MS;
  for (const parsed of batch.touchpoints) {
    const touchpoint = toStored(parsed, arrival);
    if (touchpoint.at >= oldest) touchpoints.push(touchpoint);
    else
      rejected.push({ id: touchpoint.id, reason: `too_old: kept for ${site.retentionDays} days` });
  }

  const [appended] = touchpoints.length > 0 ? await store.append([{ site, touchpoints }]) : [];
  return {
    accepted: appended?.accepted ?? 0,
    duplicates: appended?.duplicates ?? 0,
    rejected,
    ...(batch.adjusted.length > 0 && { adjusted: batch.adjusted }),
  };
}

function toStored(
  { visitor, user, ...touchpoint }: ParsedTouchpoint,
  { batch, receivedAt, device }: Arrival,
): StoredTouchpoint {
  const knownUser = user ?? batch.user;
  return {
    ...touchpoint,
    at: correctedAt({ at: touchpoint.at, sentAt: batch.sentAt ?? receivedAt, receivedAt }),
    visitor: visitor ?? batch.visitor ?? '',
    ...(knownUser !== undefined && { user: knownUser }),
    receivedAt,
    ...(device && { device }),
  };
}
