import { endOfDay, forgetSalt } from '../ingest/keptSalt.ts';
import { purge } from '../privacy/purge.ts';
import type { Store } from '../store/store.ts';
import type { Log } from '../watch/log.ts';
import { deliver } from '../webhooks/deliver.ts';
import type { Send } from '../webhooks/sendOnNode.ts';
import { sweep } from '../webhooks/sweep.ts';
import type { Fullness } from './fullness.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** An alarm may take a quarter of an hour. https://developers.cloudflare.com/durable-objects/api/alarms/ */
const ROUND_MS = 10 * MINUTE_MS;

/** Between two goes: also where something is wrong, and each fails. */
const NEXT_PIECES_MS = 1000;

/** Pieces folded again in one go: an event may take half a minute of computing. https://developers.cloudflare.com/durable-objects/platform/limits/ */
const PIECES = 20;

const DONE_AT = 'edge:daily';

export interface ChoreDeps {
  store: Store;
  send: Send;
  /** Where the pages are, for links in events. */
  baseUrl: string;
  /** Between two looks at whether somebody is to be told, in milliseconds. @default a minute */
  everyMs?: number | undefined;
  fullness: () => Fullness;
  log: Log;
  now: () => number;
}

/**
 * When an object is to be woken next, in epoch milliseconds: at once while there is something to be
 * folded again, every minute while somebody wants to be told, else once a day and
 * when the day of UTC is over, to forget its salt.
 */
export async function nextChoreAt({
  store,
  now,
  everyMs = MINUTE_MS,
}: Pick<ChoreDeps, 'store' | 'now' | 'everyMs'>): Promise<number> {
  if (((await store.refolding?.waiting()) ?? []).length > 0) return now() + NEXT_PIECES_MS;
  const soon = now() + everyMs;
  const doneAt = await store.get<number>(DONE_AT);
  const daily = doneAt === undefined ? soon : Math.min(doneAt + DAY_MS, endOfDay(now()));
  const listening = (await store.webhooks?.list()) ?? [];
  return listening.length > 0 ? Math.min(daily, soon) : daily;
}

/**
 * What timers do on Node: folds again what another version folded, some of it, tells webhooks, and once a
 * day removes what is too old and looks at the room that is left.
 */
export async function doChores(deps: ChoreDeps): Promise<void> {
  const { store, send, baseUrl, now, log } = deps;
  const attempt = async (what: string, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      log(`can’t ${what}: ${error}`, { level: 'error' });
    }
  };

  await attempt('fold again what another version folded', async () => {
    for (let piece = 0; piece < PIECES; piece++) if (!(await store.refolding?.next())) return;
  });
  await attempt('forget the salt of a day', () => forgetSalt(store, now()));
  await attempt('tell webhooks', async () => {
    await sweep({ store, baseUrl }, now());
    await deliver({ store, send, now, signal: AbortSignal.timeout(ROUND_MS) });
  });
  const doneAt = await store.get<number>(DONE_AT);
  if (doneAt !== undefined && now() - doneAt < DAY_MS) return;
  await attempt('remove what is too old', async () => {
    const removed = await purge(store, now());
    if (removed > 0) log('removed what is older than its site keeps', { level: 'info', removed });
  });
  tellOfRoom(deps);
  await store.put(DONE_AT, now());
}

function tellOfRoom({ fullness, log }: ChoreDeps): void {
  const { state, usedBytes, limitBytes } = fullness();
  if (state === 'fine') return;
  const level = state === 'full' ? 'error' : 'warn';
  log(`the object is ${state}: see /storage`, { level, usedBytes, limitBytes });
}
