import type { FileRecord } from './fileRecord.ts';
import type { Mapping } from './mapping.ts';
import { parseTime } from './parseTime.ts';
import { type Reading, toTouchpoint } from './toTouchpoint.ts';
import { translatorOf } from './translators/translatorOf.ts';

/** Makes the function that turns a record into touchpoints: one by its columns, or any number by its preset. */
export function toReadings(
  mapping: Mapping,
  currency?: string,
): (record: FileRecord) => readonly Reading[] {
  const translator = translatorOf(mapping);
  if (!translator) {
    const toReading = toTouchpoint(mapping, currency);
    return ({ fields, line }) => (fields ? [toReading(fields, line)] : []);
  }

  const toTime = parseTime(mapping.zone);
  return ({ fields, following = [] }) =>
    fields ? translator.read([fields, ...following], toTime) : [];
}
