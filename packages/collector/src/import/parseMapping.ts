import { FIELDS, type Mapping, type Origin, type TypeTarget } from './mapping.ts';
import { PRESETS } from './presets.ts';
import { zonedTime } from './zonedTime.ts';

/** Types that a value can be mapped to together with what happened: `checkout_step:contact`. */
const DETAILS: Readonly<Record<string, string>> = {
  checkout_step: 'step',
  alert: 'alert_type',
  coupon: 'status',
};

const NO_COLUMNS = { fields: {}, types: {} };

export interface MappingArgs {
  /**
   * One of `PRESETS`. Pairs and types add to its columns or override them; one that reads a record as
   * a whole takes none.
   */
  preset?: string;
  /**
   * | pair                        | means                                                  |
   * | --------------------------- | ------------------------------------------------------ |
   * | `at=timestamp`              | field `at` is in column `timestamp`                    |
   * | `params.plan=Plan`          | param `plan` is in column `Plan`                       |
   * | `currency==EUR`             | `currency` is `EUR` in every row                       |
   * | `type.view=view_item`       | rows of type `view` are `view_item`                    |
   * | `type.mail=checkout_step:contact` | … are `checkout_step` with the step `contact`    |
   * | `type.declined=alert:PAYMENT_ERROR` | … are `alert` with the type `PAYMENT_ERROR`    |
   * | `type.heartbeat=-`          | rows of type `heartbeat` are left out                  |
   *
   * In NDJSON a column is a key, or a path of keys: `item_id=product.id`.
   */
  pairs?: readonly string[];
  /** `type.…` pairs without the `type.`: `view=view_item`. */
  types?: readonly string[];
  /** @default 'UTC' */
  zone?: string;
}

/** @throws {TypeError} That names what is known, for anything that is not. */
export function parseMapping({
  preset,
  pairs = [],
  types = [],
  zone = 'UTC',
}: MappingArgs): Mapping {
  const known = presetOf(preset);
  if ('translator' in known) {
    if (pairs.length + types.length === 0)
      return { ...known, ...NO_COLUMNS, zone: checkedZone(zone) };
    throw new TypeError(
      `Expected nothing to be mapped beside the preset ${preset}, which reads a record as a whole, ` +
        `got ${JSON.stringify(pairs[0] ?? types[0])}`,
    );
  }

  const fields = new Map<string, Origin>();
  const typeTargets = new Map<string, TypeTarget>();

  const all = [...known, ...pairs, ...types.map((pair) => `type.${pair}`)];
  for (const pair of all) {
    if (pair.startsWith('type.')) {
      const [value, target] = parseType(pair);
      typeTargets.set(value, target);
    } else {
      const [field, origin] = parseField(pair);
      fields.set(field, origin);
    }
  }

  const missing = [
    ...(fields.has('at') ? [] : ['at']),
    ...(fields.has('type') ? [] : ['type']),
    ...(['visitor', 'session', 'user'].some((field) => fields.has(field)) ? [] : ['visitor']),
  ];
  if (missing.length > 0) {
    throw new TypeError(
      `Expected a column for ${missing.join(' and ')}, as in \`${missing[0]}=<column>\`, ` +
        `or a preset (${Object.keys(PRESETS).join(', ')})`,
    );
  }
  return { fields: sorted(fields), types: sorted(typeTargets), zone: checkedZone(zone) };
}

function presetOf(preset: string | undefined): NonNullable<(typeof PRESETS)[string]> {
  if (preset === undefined) return [];
  const known = Object.hasOwn(PRESETS, preset) ? PRESETS[preset] : undefined;
  if (known) return known;
  throw new TypeError(
    `Expected a preset (${Object.keys(PRESETS).join(', ')}), got ${JSON.stringify(preset)}`,
  );
}

function parseField(pair: string) {
  const [, field = '', isConstant, origin = ''] = /^([^=]*)=(=?)(.*)$/s.exec(pair) ?? [];
  const isField = (FIELDS as readonly string[]).includes(field) || /^params\.\w+$/.test(field);
  if (!isField) {
    throw new TypeError(
      `Expected \`<field>=<column>\` with a field of ${FIELDS.join(', ')} or params.<name>, ` +
        `got ${JSON.stringify(pair)}`,
    );
  }
  if (origin === '') {
    throw new TypeError(
      `Expected a column, as in \`${field}=<column>\`, or a value for every row, as in ` +
        `\`${field}==<value>\`, got ${JSON.stringify(pair)}`,
    );
  }
  return [field, isConstant ? { constant: origin } : { column: origin }] as const;
}

/** The value may contain `=`, its target never does. */
function parseType(pair: string): [value: string, target: TypeTarget] {
  const [, value, target] = /^type\.(.+)=([^=]*)$/s.exec(pair) ?? [];
  if (value === undefined || target === undefined) {
    throw new TypeError(`Expected \`type.<value>=<type>\`, got ${JSON.stringify(pair)}`);
  }
  if (target === '-') return [value, 'leaveOut'];

  const [, type = '', detail] = /^([a-zA-Z]\w*)(?::(.+))?$/.exec(target) ?? [];
  if (type === '') {
    throw new TypeError(
      'Expected a type such as view_item, checkout_step:contact, alert:PAYMENT_ERROR, or - to ' +
        `leave rows out, got ${JSON.stringify(target)} in ${JSON.stringify(pair)}`,
    );
  }
  if (detail === undefined) return [value, { type }];

  const param = Object.hasOwn(DETAILS, type) ? DETAILS[type] : undefined;
  if (param === undefined) {
    throw new TypeError(
      `Expected one of ${Object.keys(DETAILS).join(', ')} before the colon, ` +
        `got ${JSON.stringify(target)} in ${JSON.stringify(pair)}`,
    );
  }
  return [value, { type, params: { [param]: detail } }];
}

function checkedZone(zone: string): string {
  try {
    zonedTime(zone);
    return zone;
  } catch {
    throw new TypeError(`Expected a time zone such as Europe/Berlin, got ${JSON.stringify(zone)}`);
  }
}

function sorted<T>(map: ReadonlyMap<string, T>): Record<string, T> {
  return Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
}
