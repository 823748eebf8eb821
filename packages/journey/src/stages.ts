import { STAGES, type Stage } from './journey.ts';

const CONSIDERING: ReadonlySet<string> = new Set([
  'view_item_list',
  'select_item',
  'view_item',
  'search',
  'add_to_wishlist',
  'select_promotion',
]);

/** Where on the way to an order a touchpoint stands that needs no cart. */
export function stageOf(type: string): Stage {
  return CONSIDERING.has(type) ? 'consideration' : 'awareness';
}

/** Where on the way a shopper is who says this about an order that was placed. */
export function stageAfterOrder(type: string): Stage {
  if (type === 'share' || type === 'review') return 'advocacy';
  return type === 'refund' || type === 'survey' ? 'retention' : 'order';
}

export function furthest(a: Stage, b: Stage): Stage {
  return STAGES.indexOf(a) > STAGES.indexOf(b) ? a : b;
}
