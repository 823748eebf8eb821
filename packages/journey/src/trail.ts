import type { Mark } from './journey.ts';
import type { Touchpoint } from './touchpoint.ts';

/** Marks from which on page views are left out, and from which on all is. */
const MAX_VIEWS = 200;
const MAX_MARKS = 400;

/**
 * Notes what was done, in words that paths and funnels are made of: `page_view /cart`, `add_to_cart`,
 * `checkout_step gift`, `alert PAYMENT_ERROR`, `size_guide_opened`. The same again is no news.
 */
export function noteMark(trail: Mark[], touchpoint: Touchpoint, startedAt: number): void {
  const name = markOf(touchpoint);
  if (name === undefined || trail.at(-1)?.[0] === name) return;
  const isView = touchpoint.type === 'page_view';
  if (trail.length >= (isView ? MAX_VIEWS : MAX_MARKS)) return;
  trail.push([name, Math.round((touchpoint.at - startedAt) / 1000)]);
}

/** `undefined` for what is measured, and nobody did. */
function markOf({ type, url, params }: Touchpoint): string | undefined {
  switch (type) {
    case 'web_vital':
    case 'end':
      return undefined;
    case 'page_view':
      return `page_view ${placeOf(url)}`;
    case 'checkout_step':
      return typeof params?.step === 'string' ? `${type} ${params.step}` : type;
    case 'alert':
      return typeof params?.alert_type === 'string' ? `${type} ${params.alert_type}` : type;
    default:
      return type;
  }
}

/** The path of a page, with the part of the hash or the query that some shops route by. */
function placeOf(url: string | undefined): string {
  if (url === undefined || !URL.canParse(url)) return '/';
  const { pathname, hash, searchParams } = new URL(url);
  const route = searchParams.get('route');
  return `${pathname}${route ? `?route=${route}` : ''}${/^#!?\//.test(hash) ? hash : ''}`;
}
