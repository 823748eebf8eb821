import { hash } from 'node:crypto';

/**
 * A UUID made of content, so that the same content always gets the same id: version 8 with the
 * first bits of its SHA-256.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-8
 */
export function derivedId(content: string): string {
  const hex = hash('sha256', content, 'hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0b0011) | 0b1000).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}
