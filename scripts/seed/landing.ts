import type { PLAN } from './plan.ts';
import type { Random } from './random.ts';

export type Channel = keyof typeof PLAN.channels;

/** How a visit begins, as the first page's URL and the browser tell it. */
export interface Landing {
  /** Query of the first page. */
  query?: string;
  referrer?: string;
}

/** A link in the mail that says "you left something behind". */
export const REMINDER: Landing = {
  query: 'utm_source=shop&utm_medium=email&utm_campaign=cart-reminder',
};

export function landingFrom(channel: Channel, random: Random): Landing {
  return random.pick(LANDINGS[channel]);
}

const LANDINGS: Readonly<Record<Channel, readonly Landing[]>> = {
  organic: [
    { referrer: 'https://www.google.com/' },
    { referrer: 'https://www.google.com/' },
    { referrer: 'https://www.google.com/' },
    { referrer: 'https://www.bing.com/' },
    { referrer: 'https://duckduckgo.com/' },
  ],
  direct: [{}],
  paid_search: [
    {
      query: 'utm_source=google&utm_medium=cpc&utm_campaign=maps-and-charts',
      referrer: 'https://www.google.com/',
    },
    {
      query: 'utm_source=google&utm_medium=cpc&utm_campaign=brand',
      referrer: 'https://www.google.com/',
    },
    {
      query: 'utm_source=bing&utm_medium=cpc&utm_campaign=brand',
      referrer: 'https://www.bing.com/',
    },
  ],
  paid_social: [
    {
      query: 'utm_source=instagram&utm_medium=paid_social&utm_campaign=slow-travel',
      referrer: 'https://l.instagram.com/',
    },
    {
      query: 'utm_source=facebook&utm_medium=paid_social&utm_campaign=slow-travel',
      referrer: 'https://m.facebook.com/',
    },
    {
      query: 'utm_source=pinterest&utm_medium=paid_social&utm_campaign=wall-art',
      referrer: 'https://www.pinterest.com/',
    },
  ],
  email: [
    { query: 'utm_source=newsletter&utm_medium=email&utm_campaign=new-on-the-shelf' },
    { query: 'utm_source=newsletter&utm_medium=email&utm_campaign=letter-from-the-workshop' },
  ],
  referral: [
    { referrer: 'https://maps.example/blog/ten-things-for-a-study' },
    { referrer: 'https://gifts.example/for-people-who-walk' },
  ],
};
