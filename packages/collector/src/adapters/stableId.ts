const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The id of a touchpoint that a foreign client named: its own where that is a UUID, else a UUID
 * version 8 made of it. The same name gives the same id, so what is sent once more is known.
 *
 * @param salt Tells clients apart that name their messages alike.
 * @see https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-8
 */
export async function stableId(salt: string, key: string): Promise<string> {
  if (UUID.test(key)) return key.toLowerCase();

  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt} ${key}`));
  const bytes = new Uint8Array(digest).slice(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return [...bytes]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
