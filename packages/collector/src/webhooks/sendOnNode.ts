import { type LookupAddress, lookup } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Answer } from './backoff.ts';
import { isPublicAddress } from './isPublicAddress.ts';
import { readTarget, type TargetOptions } from './target.ts';

/** Sends one signed event. Resolves always: what went wrong is an answer too. */
export type Send = (message: {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
}) => Promise<Answer>;

export interface SendOptions extends TargetOptions {
  /** For everything: names, connection, answer. @default 10000 */
  timeoutMs?: number;
  /** All addresses of a name. @default the system's resolver */
  resolve?: (hostname: string) => Promise<readonly LookupAddress[]>;
}

/** Nothing in an answer is of use but its status: this much is read to be polite, then the line is cut. */
const MAX_ANSWER_BYTES = 16 * 1024;

/**
 * Posts over a connection of its own to an address that was checked. The name is asked for once and
 * the connection made to the very address that was looked at, so a name that answers otherwise a
 * moment later leads nowhere. Redirects are not followed.
 */
export function sendOnNode({
  timeoutMs = 10_000,
  resolve = systemAddresses,
  ...targets
}: SendOptions = {}): Send {
  const send = async (
    { url: text, headers, body }: Parameters<Send>[0],
    signal: AbortSignal,
  ): Promise<Answer> => {
    const { url, isAllowed } = readTarget(text, targets);
    const hostname = url.hostname.replace(/^\[|\]$/g, '');
    const addresses = isIP(hostname)
      ? [{ address: hostname, family: isIP(hostname) }]
      : await Promise.race([resolve(hostname), aborted(signal)]);
    const [first] = addresses;
    if (!first) throw new Error('The host has no address');
    // One that isn't public among others that are is a trick, not a mistake.
    if (!isAllowed && !addresses.every(({ address }) => isPublicAddress(address))) {
      throw new Error('The host’s address is not public');
    }

    const request = url.protocol === 'http:' ? requestHttp : requestHttps;
    return new Promise((answer, fail) => {
      const length = String(Buffer.byteLength(body));
      const options = {
        method: 'POST',
        headers: { ...headers, 'Content-Length': length },
        agent: false as const,
        autoSelectFamily: false,
        lookup: pinned(first),
        maxHeaderSize: MAX_ANSWER_BYTES,
        signal,
      };
      const sent = request(url, options, (response) => {
        // The status is the answer, however the rest of it goes on.
        answer({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] });
        let bytes = 0;
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
          if (bytes > MAX_ANSWER_BYTES) response.destroy();
        });
        response.on('error', () => {});
      });
      sent.on('error', fail);
      sent.end(body);
    });
  };

  return async (message) => {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      return await send(message, signal);
    } catch (error) {
      if (signal.aborted) return { error: `No answer in ${timeoutMs / 1000} s` };
      return { error: (error as Error).message };
    }
  };
}

function systemAddresses(hostname: string): Promise<LookupAddress[]> {
  return new Promise((resolve, reject) =>
    lookup(hostname, { all: true }, (error, found) => (error ? reject(error) : resolve(found))),
  );
}

function pinned({ address, family }: LookupAddress): LookupFunction {
  return (_, { all }, found) =>
    all ? found(null, [{ address, family }]) : found(null, address, family);
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason), { once: true }),
  );
}
