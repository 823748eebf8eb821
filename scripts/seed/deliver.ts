import { setTimeout as sleep } from 'node:timers/promises';
import type { Batch, BatchAnswer } from '../../packages/journey/src/index.ts';
import type { SeedBatch } from './history.ts';

export interface DeliverOptions {
  /** Where the collector listens, without a path. */
  url: string;
  /** Public id of the site. */
  site: string;
  /** The shop's origin, which the site must allow. */
  origin: string;
  /** Told after every batch. */
  onProgress?: (progress: Progress) => void;
  /** Requests on their way at a time. @default 8 */
  inFlight?: number;
  /** Times a batch is sent before giving up, while the collector is out of reach or busy. @default 8 */
  attempts?: number;
  /** Resolves that many milliseconds later. */
  wait?: (ms: number) => Promise<unknown>;
  /** Epoch milliseconds. */
  now?: () => number;
}

export interface Progress {
  /** Batches delivered, of `total`. */
  done: number;
  total: number;
}

export interface Delivered {
  /** Touchpoints. */
  accepted: number;
  /** Touchpoints that the collector had already. */
  duplicates: number;
  rejected: BatchAnswer['rejected'];
}

/**
 * Posts batches as browsers would. One whose fate is unknown is sent again as it was: its touchpoints
 * keep their ids, so the collector stores each once.
 *
 * @throws {TypeError} If `url` is none.
 * @throws {Error} If the collector refuses a batch, or is out of reach for too long.
 */
export async function deliver(
  batches: readonly SeedBatch[],
  {
    onProgress = () => {},
    inFlight = 8,
    attempts = 8,
    wait = sleep,
    now = Date.now,
    ...to
  }: DeliverOptions,
): Promise<Delivered> {
  const rejected: BatchAnswer['rejected'][number][] = [];
  let accepted = 0;
  let duplicates = 0;
  let done = 0;
  let gaveUp = false;

  const queue = batches.values();
  const drain = async () => {
    for (const batch of queue) {
      const answer = await send(batch, { ...to, attempts, wait, now });
      accepted += answer.accepted;
      duplicates += answer.duplicates;
      rejected.push(...answer.rejected);
      onProgress({ done: ++done, total: batches.length });
      if (gaveUp) return;
    }
  };
  try {
    await Promise.all(Array.from({ length: inFlight }, drain));
  } finally {
    gaveUp = true;
  }
  return { accepted, duplicates, rejected };
}

type SendOptions = Required<Omit<DeliverOptions, 'onProgress' | 'inFlight'>>;

async function send(
  { userAgent, country, ...batch }: SeedBatch,
  { url, site, origin, attempts, wait, now }: SendOptions,
): Promise<BatchAnswer> {
  const route = new URL('/v1/touchpoints', url);
  const headers = {
    'Content-Type': 'text/plain',
    'User-Agent': userAgent,
    Origin: origin,
    [COUNTRY_HEADER]: country,
  };
  for (let attempt = 1; ; attempt++) {
    const body: Batch = { site, sentAt: now(), ...batch };
    const reply = await post(route, { headers, body: JSON.stringify(body) });
    if (reply.status === 200) return JSON.parse(reply.text) as BatchAnswer;
    if (!mayPass(reply) || attempt === attempts) {
      throw new Error(`${url} took no touchpoints: ${describe(reply)}`);
    }
    await wait(retryAfterMs(reply) ?? Math.min(100 * 2 ** attempt, 5000));
  }
}

/** By which the collector is told where a browser connects from, if it is set to believe it. */
export const COUNTRY_HEADER = 'CF-IPCountry';

interface Reply {
  /** `undefined` when none came, or only a part of it. */
  status?: number;
  retryAfter?: string | null;
  /** The body, or what went wrong. */
  text: string;
}

async function post(
  route: URL,
  init: { headers: Record<string, string>; body: string },
): Promise<Reply> {
  try {
    const response = await fetch(route, { method: 'POST', ...init });
    const { status, headers } = response;
    return { status, retryAfter: headers.get('Retry-After'), text: await response.text() };
  } catch (error) {
    return { text: String((error as Error).cause ?? error) };
  }
}

function mayPass({ status = 503 }: Reply): boolean {
  return status === 429 || status >= 500;
}

/** `Retry-After` in milliseconds, if it says a number of seconds: our collector never says a date. */
function retryAfterMs({ retryAfter }: Reply): number | undefined {
  return retryAfter && /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : undefined;
}

function describe({ status, text }: Reply): string {
  return status === undefined ? text : `${status} ${text.slice(0, 200)}`;
}
