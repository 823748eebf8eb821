/** What a column can be mapped to; and `params.<name>` for any other param. */
export const FIELDS = [
  'at',
  'type',
  'id',
  'seq',
  'visitor',
  'user',
  'session',
  'url',
  'referrer',
  'title',
  'channel',
  'device',
  'country',
  'confirmed',
  'item_id',
  'item_name',
  'item_category',
  'item_brand',
  'item_variant',
  'price',
  'quantity',
  'value',
  'currency',
  'transaction_id',
  'coupon',
  'search_term',
  'params',
] as const;

export type Field = (typeof FIELDS)[number] | `params.${string}`;

/** Where a field's value is: in a column, or the same in every row. */
export type Origin = { column: string } | { constant: string };

/** What a value of the type column stands for. `leaveOut`: rows that are no touchpoints. */
export type TypeTarget = { type: string; params?: Readonly<Record<string, string>> } | 'leaveOut';

/** How the rows of a file become touchpoints. Plain JSON, in one order for one meaning. */
export interface Mapping {
  fields: Readonly<Partial<Record<Field, Origin>>>;
  /** By value in the file. Others keep their name. */
  types: Readonly<Record<string, TypeTarget>>;
  /** IANA name of the time zone of times that come without one. */
  zone: string;
  /** Name of the preset that reads a record as a whole. No column is mapped then. */
  translator?: string;
}
