import * as v from 'valibot';
import { countryCode } from '../countryCode.ts';
import { LIMITS } from '../limits.ts';

/**
 * The fields of the wire, one schema each: what is taken, what is made of it, and the words for
 * anything else ("Expected …", the caller adds what came).
 */

/** Text, cut at its limit. Numbers are taken too: shops send `item_id: 33`. */
export const text = (maxChars: number) =>
  v.pipe(
    v.union([v.string(), v.pipe(v.number(), v.finite())], 'text'),
    v.transform((value) => wellFormed(String(value).slice(0, maxChars))),
  );

/** A decimal number, also as text with a point: shops send `"23.900000"`. */
const decimal = v.pipe(
  v.union(
    [
      v.number(),
      v.pipe(
        v.string(),
        v.trim(),
        v.regex(/^[+-]?\d+(\.\d+)?$/),
        v.transform((value) => Number(value)),
      ),
    ],
    'a decimal number',
  ),
  v.finite('a finite number'),
);

/** Money in major units. */
export const amount = v.pipe(
  decimal,
  v.minValue(0, 'an amount of 0 or more'),
  v.maxValue(LIMITS.amount, `an amount of at most ${LIMITS.amount}`),
);

/** An amount that is less than nothing where a shop counts discounts and refunds so. */
export const signedAmount = v.pipe(
  decimal,
  v.minValue(-LIMITS.amount, `an amount of at least -${LIMITS.amount}`),
  v.maxValue(LIMITS.amount, `an amount of at most ${LIMITS.amount}`),
);

export const quantity = v.pipe(
  decimal,
  v.minValue(0, 'a quantity of 0 or more'),
  v.maxValue(LIMITS.quantity, `a quantity of at most ${LIMITS.quantity}`),
);

export const currency = v.pipe(
  v.string('an ISO 4217 code'),
  v.trim(),
  v.toUpperCase(),
  v.regex(/^[A-Z]{3}$/, 'an ISO 4217 code of three letters'),
);

/** UUID of any version, in lower case, so that two spellings are one touchpoint. */
export const id = v.pipe(
  v.string('a UUID'),
  v.toLowerCase(),
  v.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'a UUID'),
);

export const name = v.pipe(
  v.string('a name'),
  v.regex(
    new RegExp(`^[a-zA-Z]\\w{0,${LIMITS.nameChars - 1}}$`),
    `a name of letters, digits and _, at most ${LIMITS.nameChars}, beginning with a letter`,
  ),
);

/** Epoch milliseconds, between the years 2000 and 2100: seconds and microseconds are mistakes. */
export const epochMs = v.pipe(
  v.number('epoch milliseconds'),
  v.minValue(Date.UTC(2000), 'epoch milliseconds after the year 2000'),
  v.maxValue(Date.UTC(2100), 'epoch milliseconds before the year 2100'),
  v.transform(Math.floor),
);

export const sequence = v.pipe(
  v.number('a whole number of 0 or more'),
  v.safeInteger('a whole number'),
  v.minValue(0, 'a whole number of 0 or more'),
);

/** Ids that others make: any visible characters. */
export const key = (maxChars: number) =>
  v.pipe(
    v.union([v.string(), v.pipe(v.number(), v.safeInteger())], 'an id'),
    v.transform(String),
    v.trim(),
    v.minLength(1, 'an id that is not empty'),
    v.maxLength(maxChars, `an id of at most ${maxChars} characters`),
    v.check((value) => !/\p{C}/u.test(value), 'an id without control characters'),
  );

/** What templates and scripts print when nobody is signed in: joined by one of these, all shoppers would be one. */
const NO_ID = /^(null|undefined|none|nan|guest|anonymous|0|-1|\[object object\])$/i;

/** The shop's own id of a shopper. */
export const userId = (maxChars: number) =>
  v.pipe(
    key(maxChars),
    v.check((value) => !NO_ID.test(value), 'the id of a user'),
  );

export const country = v.pipe(
  v.unknown(),
  v.transform(countryCode),
  v.string('an ISO 3166-1 code such as DE'),
);

export const url = v.pipe(
  v.string('a URL'),
  v.transform((value) => wellFormed(value.slice(0, LIMITS.urlChars))),
);

/** Lone surrogates, which no database stores, and NUL, which some end a text at. */
function wellFormed(value: string): string {
  return value.toWellFormed().replaceAll('\0', '');
}
