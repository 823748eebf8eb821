import { translateSegment } from '../../adapters/segment/translateSegment.ts';
import type { Reading } from '../toTouchpoint.ts';
import { toReading } from './toReading.ts';
import type { Translator } from './translator.ts';

/**
 * Messages as Segment and RudderStack archive them, one a line. They have the ids that they have
 * when they come live, so an archive may overlap with what was sent here already.
 *
 * An order counts as confirmed where a server said it, by the spec's own `channel`.
 *
 * @see https://segment.com/docs/connections/storage/catalog/aws-s3/
 */
export const segment: Translator = {
  read([message], toTime) {
    const receivedAt = toTime(message.receivedAt) ?? Number.NaN;
    const { told, refused } = translateSegment(message, undefined, { trusted: true, receivedAt });
    const isServer = message.channel === 'server';

    const readings: Reading[] = [
      ...told.map(({ confirmed, ...rest }) =>
        toReading('segment', { ...rest, confirmed: isServer ? confirmed : undefined }),
      ),
      ...refused.map(({ reason }) => ({ kind: 'problem' as const, reason })),
    ];
    return readings.length > 0 ? readings : [{ kind: 'leftOut' }];
  },
};
