import type { StoredTouchpoint } from '../touchpoint.ts';
import { channelGroup } from './channelGroup.ts';

/** What a server's channel is among GA4's groups. Any other is a group of its own: `phone` is `Phone`. */
const GROUPS: Readonly<Record<string, string>> = {
  email: 'Email',
  newsletter: 'Email',
  sms: 'SMS',
  push: 'Mobile Push Notifications',
  ads: 'Paid Other',
  affiliate: 'Affiliates',
  audio: 'Audio',
};

/** Where a touchpoint has a page, and so a page before it. */
const PAGED: ReadonlySet<string> = new Set(['web', 'app']);

/**
 * Follows one person's touchpoints, in order, and knows by which channel group they are there.
 *
 * On the web and in apps a visit's first touchpoint says it for the whole visit. Where that says
 * nothing, coming from the site itself or back from a payment gateway, it is as in the visit before.
 *
 * @param origins The site's own.
 */
export function entryChannels(
  origins: readonly string[],
): (touchpoint: StoredTouchpoint, visit: number) => string {
  let seenVisit: number | undefined;
  let group = 'Direct';

  return (touchpoint, visit) => {
    const { channel = 'web' } = touchpoint;
    if (!PAGED.has(channel)) return GROUPS[channel] ?? titled(channel);
    if (visit !== seenVisit) group = channelGroup(touchpoint, origins) ?? group;
    seenVisit = visit;
    return group;
  };
}

function titled(channel: string): string {
  const words = channel.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
