import type { Peer } from './peer.ts';
import { core, hasChunks, whole } from './peers/cartograph.ts';
import { countly } from './peers/countly.ts';
import { mixpanel } from './peers/mixpanel.ts';
import { openpanel } from './peers/openpanel.ts';
import { plausible } from './peers/plausible.ts';
import { posthog } from './peers/posthog.ts';
import { rudderstack } from './peers/rudderstack.ts';
import { segment } from './peers/segment.ts';
import { snowplow } from './peers/snowplow.ts';

/** Ours first, then the others by name. */
export const PEERS: readonly Peer[] = [
  core,
  ...(hasChunks() ? [whole] : []),
  countly,
  mixpanel,
  openpanel,
  plausible,
  posthog,
  rudderstack,
  segment,
  snowplow,
];
