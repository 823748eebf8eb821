import { LIMITS } from '@cartograph/journey';
import { customType } from '../import/customType.ts';

/** The type of a touchpoint for an event of a shop's own: `Chat öffnen` is `Chat_offnen`, as in an import. */
export function eventName(name: string): string | undefined {
  return customType(name)?.slice(0, LIMITS.nameChars);
}
