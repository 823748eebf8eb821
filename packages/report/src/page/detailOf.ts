import type { StoredTouchpoint } from '@cartograph/journey';
import { stepName } from './stepNames.ts';
import type { Text } from './text/en.ts';

/** What a touchpoint was about, beyond its type: goods, a step, a search, a message. */
export function detailOf({ type, params = {} }: StoredTouchpoint, text: Text): string {
  if (type === 'checkout_step' && typeof params.step === 'string') {
    return stepName(params.step.trim().toLowerCase(), text);
  }
  const { items } = params;
  if (Array.isArray(items) && type !== 'view_item_list') {
    const names = items.map((item) =>
      typeof item === 'object' && item !== null ? (item.item_name ?? item.item_id) : undefined,
    );
    return names.filter(isWord).slice(0, SHOWN).join(', ');
  }
  const words = TELLING.map((name) => params[name]).filter(isWord);
  return [...words, type === 'web_vital' && measured(params)]
    .filter((word) => word !== false && word !== '')
    .join(' · ');
}

/** What was measured of a page: milliseconds, but for CLS, which has no unit. */
function measured({ name, value }: NonNullable<StoredTouchpoint['params']>): string {
  if (typeof value !== 'number') return '';
  return name === 'CLS' ? value.toFixed(2) : `${Math.round(value)} ms`;
}

/** Items named before it gets too long. */
const SHOWN = 3;

/** Params that say by themselves what happened. */
const TELLING = [
  'search_term',
  'coupon',
  'status',
  'alert_type',
  'message',
  'description',
  'promotion_name',
  'name',
  'rating',
  'target',
  'field',
  'state',
  'score',
  'shipping_tier',
  'payment_type',
  'method',
];

function isWord(value: unknown): value is string | number {
  return (typeof value === 'string' && value !== '') || typeof value === 'number';
}
