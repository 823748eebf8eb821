import { LIMITS } from '@cartograph/journey';

export type JsonResult =
  | { ok: true; value: unknown }
  | { ok: false; status: 400 | 413; error: string };

/**
 * The JSON in a body, whatever its `Content-Type` says: RudderStack's Node client sends gzip as a
 * form, and browsers send JSON as plain text. Gzip is told by its first bytes, and unpacked no
 * further than a body may be long, so that a small one can't grow into gigabytes.
 */
export async function readJson(body: ArrayBuffer): Promise<JsonResult> {
  const text = await unpacked(new Uint8Array(body));
  if (text === undefined) {
    return { ok: false, status: 400, error: 'Expected gzip data, got some that is damaged' };
  }
  if (text === TOO_LARGE) {
    return { ok: false, status: 413, error: `Expected at most ${LIMITS.bodyBytes} bytes unpacked` };
  }
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, status: 400, error: `Expected JSON: ${(error as Error).message}` };
  }
}

const TOO_LARGE = Symbol('too large');

async function unpacked(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string | typeof TOO_LARGE | undefined> {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isGzip) return new TextDecoder().decode(bytes);

  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  try {
    for await (const chunk of stream) {
      size += chunk.byteLength;
      // Leaving the loop cancels the stream: no more is unpacked.
      if (size > LIMITS.bodyBytes) return TOO_LARGE;
      text += decoder.decode(chunk, { stream: true });
    }
  } catch {
    return undefined;
  }
  return text + decoder.decode();
}
