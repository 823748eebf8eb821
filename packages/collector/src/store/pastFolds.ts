import type { Journey } from '@cartograph/journey';

/** Whose journeys are asked for as they stood in the past. */
export interface PastPerson {
  person: string;
  /** Ids of touchpoints that are taken for never told. @default none */
  without?: readonly string[];
}

/** A journey as it stood in the past. */
export interface PastJourney {
  journey: Journey;
  /** Ids of the touchpoints that told its order. */
  purchases: readonly string[];
}

/**
 * Remembers what persons' journeys were at moments in the past: comparing a period with the one before
 * asks that again and again, and the past seldom changes.
 *
 * @param most Persons remembered, of a few kB each; who was asked for longest ago is forgotten first.
 */
export function pastFolds(most = 10_000) {
  const people = new Map<string, Map<string, readonly PastJourney[]>>();
  const keyOf = (site: string, person: string) => JSON.stringify([site, person]);

  return {
    /** @param asked All that the answer depends on but the person's touchpoints. */
    journeys(
      site: string,
      person: string,
      { asked, fold }: { asked: string; fold: () => readonly PastJourney[] },
    ): readonly PastJourney[] {
      const key = keyOf(site, person);
      const known = people.get(key) ?? new Map<string, readonly PastJourney[]>();
      people.delete(key);
      people.set(key, known);
      if (people.size > most) people.delete(people.keys().next().value!);

      const journeys = known.get(asked) ?? fold();
      // Moments go by: what was asked about an earlier one isn't asked again.
      if (!known.has(asked) && known.size >= MOMENTS) known.delete(known.keys().next().value!);
      known.set(asked, journeys);
      return journeys;
    },

    changed(site: string, person: string): void {
      people.delete(keyOf(site, person));
    },

    clear(): void {
      people.clear();
    },
  };
}

/** Remembered of one person: claimed and confirmed, for a period or two. */
const MOMENTS = 4;
