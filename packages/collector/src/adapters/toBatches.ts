import type { Batch } from '@cartograph/journey';
import { withoutMissing } from '../import/withoutMissing.ts';
import type { Told } from './told.ts';

/** What a client told, with the ids that it is stored under. */
export type Named = Omit<Told, 'key'> & { id: string };

/** A batch as the door takes it: a server's touchpoints say themselves whose they are. */
export type Knock = Omit<Batch, 'visitor' | 'touchpoints'> & {
  visitor?: string;
  touchpoints: readonly object[];
};

/**
 * What a client told, as batches for `POST /v1/touchpoints`. A server may speak for many in one
 * batch; a browser speaks for one visitor, and for another one only in another batch. One that keeps
 * no id gets one for the day.
 */
export function toBatches(
  told: readonly Named[],
  { site, sentAt, trusted }: { site: string; sentAt: number; trusted: boolean },
): Knock[] {
  const head = { site, sentAt };
  if (trusted) return told.length > 0 ? [{ ...head, touchpoints: told.map(withoutMissing) }] : [];

  const people = Map.groupBy(told, ({ visitor, user }) => JSON.stringify([visitor, user]));
  return [...people.values()].map((touchpoints) => {
    const { visitor = '', user } = touchpoints[0]!;
    return {
      ...head,
      visitor,
      ...(user !== undefined && { user }),
      touchpoints: touchpoints.map(({ visitor, user, ...touchpoint }) =>
        withoutMissing(touchpoint),
      ),
    };
  });
}
