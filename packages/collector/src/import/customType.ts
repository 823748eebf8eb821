/**
 * The name that a custom touchpoint gets: letters, digits and `_`, a letter first.
 * `Chat öffnen` is `Chat_offnen`, `404` is `event_404`.
 *
 * @returns `undefined` where nothing of it can be kept.
 */
export function customType(name: string): string | undefined {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-zA-Z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
  if (plain === '') return undefined;
  return /^[a-zA-Z]/.test(plain) ? plain : `event_${plain}`;
}
