import { describe, expect, it } from 'vitest';
import { fold } from '../../src/fold.ts';
import type { StoredTouchpoint } from '../../src/touchpoint.ts';
import { DAY, MINUTE, START } from '../story.ts';

const SHOP = 'https://shop.example';
const GOOGLE = 'https://www.google.com/';
const PAYPAL = 'https://www.paypal.com/';

type Met = Partial<StoredTouchpoint> & { after: number };

const page = (after: number, referrer?: string, query = ''): Met => ({
  after,
  type: 'page_view',
  url: `${SHOP}/${query}`,
  ...(referrer && { referrer }),
});
const order = (after: number, transaction_id: string, rest: Partial<Met> = {}): Met => ({
  after,
  type: 'purchase',
  params: { transaction_id, value: 10 },
  ...rest,
});

/** The channel groups of the journeys in what one person met, each so long after the one before. */
function groupsOf(met: readonly Met[], origins: readonly string[] = []): (string | undefined)[] {
  let at = START;
  const touchpoints = met.map(({ after, ...rest }, n): StoredTouchpoint => {
    at += after;
    return { id: `t${n}`, type: 'page_view', visitor: 'v1', at, seq: n, receivedAt: at, ...rest };
  });
  return fold(touchpoints, { origins }).map(({ journey }) => journey.entry.channelGroup);
}

describe('the channel group of a journey', () => {
  it.each<[string, Met[], string[]]>([
    ['that began with a search', [page(0, GOOGLE), page(1, `${SHOP}/`)], ['Organic Search']],
    ['that began with nothing before it', [page(0)], ['Direct']],
    [
      'that began in the middle of a visit is the visit’s',
      [page(0, GOOGLE), order(MINUTE, 'A'), { after: MINUTE, type: 'add_to_cart', url: SHOP }],
      ['Organic Search', 'Organic Search'],
    ],
    [
      'that began back from paying is that of the visit it was paid in',
      [
        page(0, undefined, '?gclid=a'),
        order(MINUTE, 'A'),
        order(40 * MINUTE, 'B', { url: SHOP, referrer: PAYPAL }),
      ],
      ['Paid Search', 'Paid Search'],
    ],
    [
      'that began on a tab left open for hours is that of the visit before',
      [page(0, GOOGLE), order(MINUTE, 'A'), page(3 * 60 * MINUTE, `${SHOP}/thanks`)],
      ['Organic Search', 'Organic Search'],
    ],
    [
      'is not changed by a campaign met on the way',
      [page(0, GOOGLE), page(DAY, undefined, '?utm_source=crm&utm_medium=email')],
      ['Organic Search'],
    ],
    [
      'is that of its own visit, not of the one before',
      [page(0, GOOGLE), order(MINUTE, 'A'), page(DAY)],
      ['Organic Search', 'Direct'],
    ],
    [
      'told by a server is the server’s',
      [
        { after: 0, type: 'mail_clicked', channel: 'email' },
        order(MINUTE, 'A', { channel: 'store' }),
        { after: DAY, type: 'call', channel: 'call_center' },
      ],
      ['Email', 'Call center'],
    ],
    [
      'that a call came before is that of the page, where a page begins it',
      [
        { after: 0, type: 'call', channel: 'phone' },
        order(MINUTE, 'A', { channel: 'phone' }),
        { ...page(MINUTE, GOOGLE), type: 'add_to_cart' },
      ],
      ['Phone', 'Organic Search'],
    ],
    ['that began with nothing but a refund', [{ after: 0, type: 'refund' }], ['Direct']],
  ])('%s', (_, met, groups) => {
    expect(groupsOf(met)).toEqual(groups);
  });

  it('takes all of the site’s own origins for its own', () => {
    const met = [page(0, GOOGLE), order(MINUTE, 'A'), page(DAY, 'https://checkout.mugs.example/')];
    expect(groupsOf(met)).toEqual(['Organic Search', 'Referral']);
    expect(groupsOf(met, [SHOP, 'https://checkout.mugs.example'])).toEqual([
      'Organic Search',
      'Organic Search',
    ]);
  });
});
