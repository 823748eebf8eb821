import type { Text } from './text/en.ts';

/** What a shopper did, in words. A custom touchpoint keeps its name. */
export function typeName(type: string, { types }: Text): string {
  const known: Readonly<Record<string, string>> = types;
  return (Object.hasOwn(known, type) ? known[type] : undefined) ?? type;
}
