/** JSON that may be anything, as text that says something. Numbers are taken too: shops send `order_id: 33`. */
export function asText(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}
