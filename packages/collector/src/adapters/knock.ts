import type { BatchAnswer } from '@cartograph/journey';
import type { Context } from 'hono';
import { likelySeq } from './likelySeq.ts';
import type { Credentials } from './readWriteKey.ts';
import { stableId } from './stableId.ts';
import { toBatches } from './toBatches.ts';
import type { Translation } from './told.ts';

/** The collector itself. Foreign clients get in by `POST /v1/touchpoints` like everybody else. */
export type Door = (request: Request, env: unknown) => Response | Promise<Response>;

export type Outcome =
  | { ok: true; rejected: BatchAnswer['rejected'] }
  /** 400 where nothing could be understood; else what the door says to a batch that it doesn't take. */
  | { ok: false; response: Response };

/**
 * Takes what a foreign client told to the one door there is, so that every rule of it (origins,
 * secret keys, limits, what counts as a duplicate, what is durable) is the same for all.
 *
 * @param client Name of the client's language: what two of them call `1` is two things.
 */
export async function knock(
  c: Context,
  door: Door,
  {
    client,
    credentials: { site, token },
    translation,
    receivedAt,
  }: {
    client: string;
    credentials: Credentials;
    translation: Translation;
    receivedAt: number;
  },
): Promise<Outcome> {
  if (translation.told.length === 0 && translation.refused[0]) {
    return { ok: false, response: c.json({ error: translation.refused[0].reason }, 400) };
  }
  const trusted = token !== undefined;
  const keys = new Map<string, string>();
  const rejected = [...translation.refused];
  const named = [];
  for (const { key, ...told } of translation.told) {
    const id = await stableId(client, key);
    keys.set(id, key);
    named.push({ ...told, id, seq: told.seq ?? likelySeq(told.type) });
  }

  const sentAt = translation.sentAt ?? receivedAt;
  for (const batch of toBatches(named, { site, sentAt, trusted })) {
    const response = await door(toRequest(c, JSON.stringify(batch), token), c.env);
    if (response.status !== 200) return { ok: false, response };
    const answer = (await response.json()) as BatchAnswer;
    for (const { id, reason } of answer.rejected) {
      rejected.push({ id: id === null ? null : (keys.get(id) ?? id), reason });
    }
  }
  return { ok: true, rejected };
}

/** The client's own request, with another body: who it comes from is for the door to see. */
function toRequest(c: Context, body: string, token: string | undefined): Request {
  const headers = new Headers(c.req.raw.headers);
  for (const name of ['Authorization', 'Content-Encoding', 'Content-Length', 'Cookie']) {
    headers.delete(name);
  }
  headers.set('Content-Type', 'text/plain');
  if (token !== undefined) headers.set('Authorization', `Bearer ${token}`);

  // A pixel has no `Origin`. Its page is named by the `Referer`, which nobody but the page can set either.
  const page = URL.parse(c.req.header('Referer') ?? '');
  if (c.req.method === 'GET' && page && !headers.has('Origin')) headers.set('Origin', page.origin);
  return new Request(new URL('/v1/touchpoints', c.req.url), { method: 'POST', headers, body });
}
