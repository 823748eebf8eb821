import type { BatchAnswer } from '@cartograph/journey';
import { inTime } from '../browser/inTime.ts';

const TIMEOUT_MS = 30_000;

/** What came back. */
export type Answer = [
  /** 0 if nothing came back. */
  status: number,
  /** How long the collector asks to be left alone, in milliseconds. */
  waitMs: number,
  /** In the collector's own answer. A hotel's login page says 200, too, but not this. */
  rejected?: BatchAnswer['rejected'] | false,
];

/**
 * Posts a body. Never rejects.
 *
 * A string without headers goes as `text/plain`, which needs no preflight: a page that is closing
 * has no time for one.
 */
export async function post(url: string, body: string): Promise<Answer> {
  const ask = async (): Promise<Answer> => {
    // Leaving the page doesn't break it off.
    const response = await fetch(url, { method: 'POST', body, keepalive: true });
    const waitMs = Number(response.headers.get('retry-after')) * 1000 || 0;
    return [response.status, waitMs, response.ok && (await response.json()).rejected];
  };
  try {
    return await inTime(ask(), TIMEOUT_MS);
  } catch {
    return [0, 0];
  }
}
