import type { StoredTouchpoint } from '../../src/touchpoint.ts';
import { presentIn, visitAt } from './partition.ts';

/** The referrers of histories, and by what a visit that begins with them came. */
const GROUP_OF_REFERRER: Readonly<Record<string, string | undefined>> = {
  '': 'Direct',
  'https://www.google.com/': 'Organic Search',
  'https://news.example/': 'Referral',
  // Within the site, and back from paying: nothing new.
  'https://shop.example/cart': undefined,
  'https://www.paypal.com/': undefined,
};

const GROUP_OF_CHANNEL: Readonly<Record<string, string>> = { email: 'Email', store: 'Store' };

/** By which channel group a person was there, at a moment of their sorted touchpoints. */
export function channelGroupAt(
  sorted: readonly StoredTouchpoint[],
  touchpoint: StoredTouchpoint,
): string {
  const upTo = sorted.slice(0, sorted.indexOf(touchpoint) + 1);
  const present = presentIn(upTo);
  const elsewhere = present.at(-1)?.channel;
  if (elsewhere !== undefined) return GROUP_OF_CHANNEL[elsewhere]!;

  const web = present.filter(({ channel }) => channel === undefined);
  const firsts = web.filter(
    (one, i) => i === 0 || visitAt(sorted, one) !== visitAt(sorted, web[i - 1]!),
  );
  const told = firsts.map(({ referrer = '' }) => GROUP_OF_REFERRER[referrer]);
  return told.findLast((group) => group !== undefined) ?? 'Direct';
}
