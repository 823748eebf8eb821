import type { Device, Touchpoint } from '@cartograph/journey';
import { customType } from './customType.ts';
import { derivedId } from './derivedId.ts';
import type { Fields } from './fileRecord.ts';
import type { Mapping, TypeTarget } from './mapping.ts';
import { namedId } from './namedId.ts';
import { parseTime } from './parseTime.ts';
import { quote } from './quote.ts';
import { mappedRow, type Row } from './row.ts';
import { toCountry } from './toCountry.ts';
import { toDevice } from './toDevice.ts';
import { toParams } from './toParams.ts';
import { withoutMissing } from './withoutMissing.ts';

/** A touchpoint of the past, and whose it is: a visitor's, a user's, or both. */
export type ImportedTouchpoint = Touchpoint & {
  visitor?: string;
  user?: string;
  device?: Device;
  country?: string;
};

export type Reading =
  /** `notes`: fields it is kept without, what was expected in them and what came. */
  | { kind: 'touchpoint'; touchpoint: ImportedTouchpoint; notes: readonly string[] }
  | { kind: 'leftOut' }
  | { kind: 'problem'; reason: string };

const A_TIME = 'a time such as 2019-10-01 00:00:00 UTC, 01.10.2019 00:00 or an epoch';

/**
 * Makes the function that turns a row into a touchpoint, or says why it can't. Pure: the same row
 * on the same line becomes the same touchpoint, id and all, under whatever mapping.
 *
 * @param currency ISO 4217, for reading amounts of rows that name none.
 *
 * Looks only for what a row must have: a time, a type, and whose it is. Limits are for others.
 */
export function toTouchpoint(
  mapping: Mapping,
  currency?: string,
): (fields: Fields, line: number) => Reading {
  const toTime = parseTime(mapping.zone);
  const customParams = Object.keys(mapping.fields)
    .filter((field) => field.startsWith('params.'))
    .map((field) => field.slice('params.'.length));

  return (fields, line) => {
    const row = mappedRow(fields, { ...mapping, currency });
    const target = targetOf(row.text('type'), mapping);
    if (target === 'leaveOut') return { kind: 'leftOut' };

    const at = toTime(row.raw('at'));
    const user = row.text('user');
    const visitor = row.text('visitor') ?? row.text('session') ?? user;
    if (at === undefined || target === undefined || visitor === undefined) {
      const lacks: string[] = [];
      if (at === undefined) lacks.push(`at: expected ${A_TIME}, got ${quote(row.raw('at'))}`);
      if (!target) lacks.push(`type: expected a name with letters, got ${quote(row.raw('type'))}`);
      if (!visitor) lacks.push(`visitor: expected an id, got ${quote(row.raw('visitor'))}`);
      return { kind: 'problem', reason: lacks.join('; ') };
    }

    const params = {
      ...toParams(row, { type: target.type, custom: customParams, line }),
      ...target.params,
    };
    const touchpoint: ImportedTouchpoint = {
      id: toId(row.text('id'), fields, line),
      type: target.type,
      at,
      // Clocks that tie keep the order of the file.
      seq: row.read('seq', 'a whole number from 0', toWholeNumber) ?? line,
      ...withoutMissing({
        // An address is stored as a user's, which is hashed, and nowhere else.
        visitor: visitor === user && visitor.includes('@') ? undefined : visitor,
        user,
        url: row.text('url'),
        referrer: row.text('referrer'),
        title: row.text('title'),
        channel: row.text('channel'),
        device: row.read('device', 'desktop, mobile or tablet', toDevice),
        country: row.read('country', 'a country such as DE or Germany', toCountry),
        confirmed: toConfirmed(row),
      }),
      ...(Object.keys(params).length > 0 && { params }),
    };
    return { kind: 'touchpoint', touchpoint, notes: row.notes };
  };
}

function targetOf(name: string | undefined, { types }: Mapping): TypeTarget | undefined {
  if (name === undefined) return undefined;
  if (Object.hasOwn(types, name)) return types[name];
  const type = customType(name);
  return type === undefined ? undefined : { type };
}

/** The row's own id, made a UUID if it is none; else one made of the row and its place. */
function toId(id: string | undefined, fields: Fields, line: number): string {
  if (id === undefined) return derivedId(JSON.stringify([line, fields]));
  return namedId('id', id);
}

function toWholeNumber(value: unknown): number | undefined {
  const number = Number(value);
  return Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

function toConfirmed(row: Row): true | undefined {
  return ['true', '1'].includes(row.text('confirmed')?.toLowerCase() ?? '') || undefined;
}
