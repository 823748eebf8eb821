import { asRecord } from './asRecord.ts';

/** JSON that may be anything, as a list of objects: an empty one where it is none. */
export function asRecords(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.map(asRecord) : [];
}
