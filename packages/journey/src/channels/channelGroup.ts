import { type Landing, type TrafficSource, trafficSource } from './trafficSource.ts';

/** GA4's default channel groups, and `AI Assistant`, which it still counts among referrals. */
export const CHANNEL_GROUPS = [
  'Direct',
  'Cross-network',
  'Paid Shopping',
  'Paid Search',
  'Paid Social',
  'Paid Video',
  'Display',
  'Paid Other',
  'AI Assistant',
  'Organic Shopping',
  'Organic Social',
  'Organic Video',
  'Organic Search',
  'Email',
  'Affiliates',
  'Referral',
  'Audio',
  'SMS',
  'Mobile Push Notifications',
  'Unassigned',
] as const;

export type ChannelGroup = (typeof CHANNEL_GROUPS)[number];

type Rule = readonly [ChannelGroup, (source: TrafficSource) => boolean];

const PAID = /^(.*cp.*|ppc|retargeting|paid.*)$/;
const SHOPPING_CAMPAIGN = /(^|[^a-df-z])shop|shopping/;
const EMAIL = /^e[-_ ]?mail$/;

/**
 * GA4's rules for what was tagged by hand, in its order: the first that fits decides.
 *
 * @see https://support.google.com/analytics/answer/9756891
 */
const GA4_RULES: readonly Rule[] = [
  ['Direct', ({ source, medium }) => source === '(direct)' && /^\((none|not set)\)$/.test(medium)],
  ['Cross-network', ({ campaign }) => campaign.includes('cross-network')],
  ['Paid Shopping', (s) => PAID.test(s.medium) && isShopping(s)],
  ['Paid Search', ({ kind, medium }) => kind === 'search' && PAID.test(medium)],
  ['Paid Social', ({ kind, medium }) => kind === 'social' && PAID.test(medium)],
  ['Paid Video', ({ kind, medium }) => kind === 'video' && PAID.test(medium)],
  ['Display', ({ medium }) => /^(display|banner|expandable|interstitial|cpm)$/.test(medium)],
  ['Paid Other', ({ medium }) => PAID.test(medium)],
  ['AI Assistant', ({ kind }) => kind === 'ai'],
  ['Organic Shopping', isShopping],
  [
    'Organic Social',
    ({ kind, medium }) => kind === 'social' || /^(social([- ](network|media))?|sm)$/.test(medium),
  ],
  ['Organic Video', ({ kind, medium }) => kind === 'video' || medium.includes('video')],
  ['Organic Search', ({ kind, medium }) => kind === 'search' || medium === 'organic'],
  ['Referral', ({ medium }) => /^(referral|app|link)$/.test(medium)],
  ['Email', ({ source, medium }) => EMAIL.test(source) || EMAIL.test(medium)],
  ['Affiliates', ({ medium }) => medium === 'affiliate'],
  ['Audio', ({ medium }) => medium === 'audio'],
  ['SMS', ({ source, medium }) => source === 'sms' || medium === 'sms'],
  [
    'Mobile Push Notifications',
    ({ source, medium }) => /push$|mobile|notification/.test(medium) || source === 'firebase',
  ],
];

/** Of what GA4 gives up on, what every reader would know. */
const PLAIN_RULES: readonly Rule[] = [
  ['Email', (s) => /news-?letter|mail/.test(`${s.source} ${s.medium}`)],
  ['Affiliates', (s) => /affiliat|partner/.test(s.medium)],
  ['Organic Social', ({ medium }) => medium.includes('social')],
  ['AI Assistant', ({ medium }) => /^(ai|llm|chatbot)\b/.test(medium)],
  ['SMS', ({ medium }) => /^(text|mms|lms|alimtalk|whatsapp)$/.test(medium)],
  ['Display', ({ medium }) => /banner|display|native/.test(medium)],
  [
    'Referral',
    ({ source, medium }) => /referr?al/.test(medium) || (!medium && source.includes('.')),
  ],
];

const RULES = [...GA4_RULES, ...PLAIN_RULES];

/**
 * The channel that a visit came by.
 *
 * @param origins The site's own, as its settings have them.
 * @returns `undefined` where the landing says nothing: within the site, or back from a payment
 * gateway. Such a visit goes on in the channel it had.
 */
export function channelGroup(
  landing: Landing,
  origins?: readonly string[],
): ChannelGroup | undefined {
  const source = trafficSource(landing, origins);
  return source && groupOf(source);
}

function groupOf(source: TrafficSource): ChannelGroup {
  return RULES.find(([, fits]) => fits(source))?.[0] ?? 'Unassigned';
}

function isShopping({ kind, campaign }: TrafficSource): boolean {
  return kind === 'shopping' || SHOPPING_CAMPAIGN.test(campaign);
}
