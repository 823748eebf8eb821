import { describe, expect, it } from 'vitest';
import { PEERS } from '../peers.ts';

/** A request as each tracker sent it, cut down to what says which `add_to_cart` it is. */
const SENT: Record<string, { path: string; text: string; id?: string }> = {
  cartograph: {
    path: '/v1/touchpoints',
    text: JSON.stringify({
      touchpoints: [{ id: 'a' }, { id: 'b', type: 'add_to_cart', params: { n: 7 } }],
    }),
    id: 'b',
  },
  countly: {
    path: '/i',
    text: `app_key=bench&events=${encodeURIComponent('[{"key":"add_to_cart","segmentation":{"n":7}}]')}`,
  },
  mixpanel: {
    path: '/track/',
    text: `data=${encodeURIComponent('[{"event":"add_to_cart","properties":{"n":7,"$insert_id":"b"}}]')}`,
    id: 'b',
  },
  openpanel: {
    path: '/track',
    text: '{"type":"track","payload":{"name":"add_to_cart","properties":{"n":7}}}',
  },
  plausible: { path: '/api/event', text: '{"n":"add_to_cart","p":{"n":7}}' },
  posthog: {
    path: '/e/',
    text: '{"batch":[{"event":"$pageview"},{"uuid":"b","event":"add_to_cart","properties":{"n":7}}]}',
    id: 'b',
  },
  rudderstack: {
    path: '/v1/track',
    text: '{"type":"track","event":"add_to_cart","messageId":"b","properties":{"n":7}}',
    id: 'b',
  },
  segment: {
    path: '/v1/t',
    text: '{"type":"track","event":"add_to_cart","messageId":"b","properties":{"n":7}}',
    id: 'b',
  },
  snowplow: {
    path: '/com.snowplowanalytics.snowplow/tp2',
    text: '{"data":[{"e":"pv","eid":"a"},{"e":"se","eid":"b","se_ac":"add_to_cart","se_va":"7"}]}',
    id: 'b',
  },
};
SENT['cartograph-all'] = SENT.cartograph!;

const received = (path: string, text: string) => ({
  method: 'POST',
  url: new URL(path, 'http://endpoint'),
  text,
});

describe.each(PEERS.map((peer) => [peer.name, peer] as const))('%s', (name, peer) => {
  it('is read: the number, and what a copy is told by', () => {
    const { path, text, id } = SENT[name]!;
    expect(peer.read(received(path, text))).toEqual([{ n: 7, ...(id && { id }) }]);
  });

  it('sends other things, too, which count for nothing', () => {
    expect(peer.read(received('/', ''))).toEqual([]);
    expect(peer.read(received('/e/', '{}'))).toEqual([]);
  });
});
