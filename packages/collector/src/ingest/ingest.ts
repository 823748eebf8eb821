import { type BatchAnswer, correctedAt, type Device } from '@cartograph/journey';
import type { ParsedBatch, ParsedTouchpoint } from '@cartograph/journey/parse';
import { suspicions } from '../quarantine/suspicions.ts';
import type { Site } from '../sites/site.ts';
import type { ReceivedTouchpoint, Store } from '../store/store.ts';
import { storedUser } from './storedUser.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export interface Arrival {
  site: Site;
  batch: ParsedBatch;
  /** Epoch milliseconds by the collector's clock. */
  receivedAt: number;
  device?: Device | undefined;
  /** ISO 3166-1 alpha-2, of the browser that sent it. */
  country?: string | undefined;
  /** Of a batch that a browser sent. */
  browser?: BrowserSender | undefined;
}

/** What the collector sees of a browser that sends. */
export interface BrowserSender {
  /** Name and major version: `Chrome 126`. */
  name: string;
  /** What is wrong with it as a whole; `undefined` when nothing is. */
  agent?: 'bot' | 'webdriver' | undefined;
  /** Whether its touchpoints are judged. Those from a page on the developer's own machine are not. */
  isJudged: boolean;
  /**
   * Gives a visitor an id for the day, where the browser keeps none or asked not to be followed. What
   * it says of a visitor or a user is not looked at then.
   */
  visitorAt?: ((at: number) => Promise<string>) | undefined;
}

/** Stores what a batch brought. Resolves, once it is on disk, to what the sender is told. */
export async function ingest(store: Store, arrival: Arrival): Promise<BatchAnswer> {
  const { site, batch, receivedAt } = arrival;
  const rejected = [...batch.rejected];
  const adjusted = batch.adjusted.length > 0 && { adjusted: batch.adjusted };
  if (batch.consent === 'denied') {
    for (const { id } of batch.touchpoints) rejected.push({ id, reason: 'consent_denied' });
    return { accepted: 0, duplicates: 0, rejected, ...adjusted };
  }

  const kept: ParsedTouchpoint[] = [];
  const oldest = receivedAt - (site.retentionDays ?? Number.POSITIVE_INFINITY) * DAY_MS;
  for (const parsed of batch.touchpoints) {
    const sentAt = batch.sentAt ?? receivedAt;
    const at = correctedAt({ at: parsed.at, sentAt, receivedAt });
    if (at >= oldest) kept.push({ ...parsed, at });
    else rejected.push({ id: parsed.id, reason: `too_old: kept for ${site.retentionDays} days` });
  }
  const touchpoints = await toStored(kept, arrival);

  const [appended] = touchpoints.length > 0 ? await store.append([{ site, touchpoints }]) : [];
  return {
    accepted: appended?.accepted ?? 0,
    duplicates: appended?.duplicates ?? 0,
    rejected,
    ...adjusted,
  };
}

/** Makes what is stored of what was parsed. */
async function toStored(
  parsed: readonly ParsedTouchpoint[],
  { site, batch, receivedAt, device, country, browser }: Arrival,
): Promise<ReceivedTouchpoint[]> {
  const owners = await ownersOf(parsed, { site, batch, browser });
  const suspicionOf = suspicions({ agent: browser?.agent, origins: site.origins, receivedAt });

  return parsed.map(({ visitor, user, ...touchpoint }, index) => ({
    ...touchpoint,
    ...owners[index]!,
    receivedAt,
    ...(device && { device }),
    ...(country && { country }),
    ...(browser && { browser: browser.name }),
    ...(browser?.isJudged && { suspicion: suspicionOf(touchpoint) }),
  }));
}

/** Whose each touchpoint is. */
async function ownersOf(
  parsed: readonly ParsedTouchpoint[],
  { site, batch, browser }: Pick<Arrival, 'site' | 'batch' | 'browser'>,
): Promise<{ visitor: string; user?: string }[]> {
  const { visitorAt } = browser ?? {};
  if (visitorAt) {
    return Promise.all(parsed.map(async ({ at }) => ({ visitor: await visitorAt(at) })));
  }
  const told = new Set(parsed.map(({ user }) => user ?? batch.user));
  const users = new Map<string | undefined, string>();
  for (const user of told) {
    if (user !== undefined) users.set(user, await storedUser(site.id, user));
  }
  return parsed.map(({ visitor, user }) => {
    const known = users.get(user ?? batch.user);
    return {
      visitor: visitor ?? batch.visitor ?? '',
      ...(known !== undefined && { user: known }),
    };
  });
}
