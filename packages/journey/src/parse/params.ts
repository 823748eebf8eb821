import * as v from 'valibot';
import { LIMITS } from '../limits.ts';
import type { CustomParams, Item, Scalar } from '../params.ts';
import { amount, currency, quantity, signedAmount, text } from './fields.ts';

type Schema = v.GenericSchema<unknown, Scalar>;

const line = text(LIMITS.textChars);

const scalar: Schema = v.union([line, v.boolean(), v.null()], 'text, a number or a boolean');

/** Numbers of the shop's own stay numbers. */
const custom: Schema = v.union(
  [v.pipe(v.number(), v.finite()), line, v.boolean(), v.null()],
  'text, a number, a boolean, or a list of these',
);

/** Maps, not objects: a shop may well name a param `valueOf`. */
const ITEM_FIELDS: ReadonlyMap<string, Schema> = new Map<string, Schema>(
  Object.entries({
    item_id: line,
    item_name: line,
    item_variant: line,
    item_brand: line,
    item_category: line,
    coupon: line,
    price: amount,
    quantity,
    discount: signedAmount,
  }),
);

const PARAM_FIELDS: ReadonlyMap<string, Schema> = new Map<string, Schema>(
  Object.entries({
    currency,
    value: amount,
    tax: signedAmount,
    shipping: signedAmount,
    transaction_id: line,
    coupon: line,
    step: line,
  }),
);

/** Types whose `value` is no money. */
const VALUE_IS_ANY: ReadonlySet<string> = new Set(['web_vital', 'survey']);

/** Names that mean something to JavaScript itself. */
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * The params of a touchpoint of `type`. A field that makes no sense is left out and complained of;
 * the rest stands.
 *
 * @param complain Told the field and what is wrong with it.
 */
export function parseParams(
  type: string,
  input: unknown,
  complain: (reason: string) => void,
): CustomParams | undefined {
  if (input === undefined || input === null) return undefined;
  if (!isRecord(input)) {
    complain(`params: expected an object, got ${show(input)}`);
    return undefined;
  }

  const schemaOf = (name: string) =>
    name === 'value' && VALUE_IS_ANY.has(type) ? custom : (PARAM_FIELDS.get(name) ?? custom);
  const entries: [string, CustomParams[string]][] = [];
  for (const [name, value] of named(input, 'params', complain)) {
    if (name === 'items') {
      const items = parseItems(value, complain);
      if (items) entries.push([name, items]);
    } else if (Array.isArray(value)) {
      entries.push([name, parseList(name, value, complain)]);
    } else {
      const field = parseField(schemaOf(name), value, `params.${name}`, complain);
      if (field !== undefined) entries.push([name, field]);
    }
  }
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function parseItems(input: unknown, complain: (reason: string) => void): Item[] | undefined {
  if (!Array.isArray(input)) {
    complain(`params.items: expected a list of items, got ${show(input)}`);
    return undefined;
  }
  if (input.length > LIMITS.items) {
    complain(`params.items: expected at most ${LIMITS.items} items, got ${input.length}`);
  }
  return input.slice(0, LIMITS.items).flatMap((item: unknown, index) => {
    const path = `params.items[${index}]`;
    if (!isRecord(item)) {
      complain(`${path}: expected an item, got ${show(item)}`);
      return [];
    }
    const entries = named(item, path, complain).flatMap(([name, value]) => {
      const field = parseField(ITEM_FIELDS.get(name) ?? custom, value, `${path}.${name}`, complain);
      return field === undefined ? [] : [[name, field] as const];
    });
    return [Object.fromEntries(entries) as Item];
  });
}

function parseList(
  name: string,
  values: readonly unknown[],
  complain: (reason: string) => void,
): Scalar[] {
  return values
    .slice(0, LIMITS.items)
    .map((value, index) => parseField(scalar, value, `params.${name}[${index}]`, complain) ?? null);
}

function parseField(
  schema: Schema,
  value: unknown,
  path: string,
  complain: (reason: string) => void,
): Scalar | undefined {
  // GA4 tags send empty fields along; they say nothing.
  if (value === undefined || value === null || value === '') return undefined;

  const result = v.safeParse(schema, value, { abortEarly: true, abortPipeEarly: true });
  if (result.success) return result.output;
  complain(`${path}: expected ${result.issues[0].message}, got ${show(value)}`);
  return undefined;
}

function named(
  record: Record<string, unknown>,
  path: string,
  complain: (reason: string) => void,
): [string, unknown][] {
  const entries = Object.entries(record).filter(([name]) => !FORBIDDEN.has(name));
  const known = entries.filter(([name]) => name.length > 0 && name.length <= LIMITS.nameChars);
  if (known.length < entries.length) {
    complain(`${path}: expected names of 1 to ${LIMITS.nameChars} characters, got longer ones`);
  }
  if (known.length > LIMITS.params) {
    complain(`${path}: expected at most ${LIMITS.params} fields, got ${known.length}`);
  }
  return known.slice(0, LIMITS.params);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What came, short enough for a message. */
export function show(value: unknown): string {
  const json = toJson(value);
  return json.length > 60 ? `${json.slice(0, 57)}…` : json;
}

function toJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    // JSON can be read deeper than it can be written.
    return 'something nested too deep';
  }
}
