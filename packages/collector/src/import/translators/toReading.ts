import type { Device } from '@cartograph/journey';
import { likelySeq } from '../../adapters/likelySeq.ts';
import type { Told } from '../../adapters/told.ts';
import { namedId } from '../namedId.ts';
import type { ImportedTouchpoint, Reading } from '../toTouchpoint.ts';
import { withoutMissing } from '../withoutMissing.ts';

/**
 * What a translator understood, as a touchpoint with the id that its source gives it. A time that
 * is none, and nobody that it is of, are problems.
 *
 * @param salt See {@link namedId}.
 */
export function toReading(
  salt: string,
  {
    key,
    at,
    ...told
  }: Omit<Told, 'at'> & {
    at: number | undefined;
    device?: Device | undefined;
    country?: string | undefined;
  },
  notes: readonly string[] = [],
): Reading {
  if (at === undefined || Number.isNaN(at)) {
    return { kind: 'problem', reason: `${told.type}: expected a time, got none` };
  }
  if (told.visitor === undefined && told.user === undefined) {
    return { kind: 'problem', reason: `${told.type}: expected a visitor or a user, got neither` };
  }
  const { params, ...rest } = told;
  const touchpoint = {
    id: namedId(salt, key),
    ...withoutMissing(rest),
    at,
    seq: told.seq ?? likelySeq(told.type),
    ...(params && Object.keys(params).length > 0 && { params }),
  } as ImportedTouchpoint;
  return { kind: 'touchpoint', touchpoint, notes };
}
