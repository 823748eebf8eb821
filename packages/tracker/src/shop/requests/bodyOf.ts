import { quantityOf } from '../facts/quantityNear.ts';

/** What may be read of what a page sends: which product, how many. */
export interface Fields {
  id?: string;
  quantity?: number;
}

const ID =
  /^(product_?id|id_product|product_?no|productcode|variant_?id|productvariantid|merchandise_?id|purchasable_?id|selected_configurable_option|sku|product|item_?id|add-to-cart|goodsno|id)$/i;
const QUANTITY = /^(quantity|qty|qty\[\]|quantities|count|menge|anzahl|cantidad|quantite|amount)$/i;
const MAX_CHARS = 20_000;

/**
 * Which product a cart request is about, and how many. Looks for fields of these names, and takes
 * the value of no other. Only asked about requests that change a cart.
 */
export function fieldsOf(body: unknown): Fields {
  const fields: Fields = {};
  const take = (name: string, value: unknown) => {
    if (typeof value !== 'string' && typeof value !== 'number') return;
    if (ID.test(name) && !fields.id && `${value}`.length <= 100) fields.id = `${value}`;
    const quantity = QUANTITY.test(name) ? quantityOf(value) : undefined;
    if (quantity) fields.quantity ??= quantity;
  };
  const walk = (value: unknown, depth: number) => {
    for (const [name, inner] of Object.entries(Object(value))) {
      if (Object(inner) === inner) depth < 3 && walk(inner, depth + 1);
      else take(name, inner);
    }
  };

  if (body instanceof FormData || body instanceof URLSearchParams) {
    for (const name of new Set(body.keys()))
      if (ID.test(name) || QUANTITY.test(name)) take(name, body.get(name));
  } else if (typeof body === 'string' && body.length < MAX_CHARS) {
    if (/^\s*[[{]/.test(body)) walk(JSON.parse(body), 0);
    else for (const [name, value] of new URLSearchParams(body)) take(name, value);
  }
  return fields;
}

/**
 * The name of a GraphQL mutation: its own, or its first field's. Nothing else of the body is looked at.
 */
export function operationOf(body: unknown): string | undefined {
  if (typeof body !== 'string') return undefined;
  const [query] = /"query"\s*:\s*"(?:[^"\\]|\\.){0,4000}/.exec(body) ?? [];
  const [, field] = /mutation[^{]*\{(?:\s|\\[nrt])*(?:\w+\s*:\s*)?(\w+)/.exec(query ?? '') ?? [];
  const [, name] = /"operationName"\s*:\s*"(\w+)"/.exec(body) ?? [];
  return query && !field ? undefined : (field ?? name);
}

/** What tells a request from another. Compared, never looked into. */
export function fingerprintOf(body: unknown): string {
  if (body instanceof FormData)
    return JSON.stringify([...body].map(([name, value]) => [name, `${value}`]));
  return body instanceof URLSearchParams || typeof body === 'string' ? `${body}` : '';
}
