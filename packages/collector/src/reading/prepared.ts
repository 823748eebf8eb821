import { type Facts, factsOf, type Part } from '@cartograph/report';
import { pause } from './pause.ts';

/** What a report finds out about every part of its facts, and the part then remembers. */
export interface Preparation<Fact> {
  /** Of what is found. */
  name: string;
  run(facts: Facts<Fact>): unknown;
}

/**
 * Finds out about parts one by one what hasn't been yet, with pauses between: right after a start
 * there can be hundreds of thousands of journeys to read, and what comes in is not to wait for that.
 */
export async function prepared<Fact>(
  parts: readonly Part<Fact>[],
  { name, run }: Preparation<Fact>,
): Promise<void> {
  const asked = { name: `prepared ${name}`, asOf: 0 };
  let read = 0;
  for (const part of parts) {
    let isNew = false;
    part.recall(asked, (facts) => {
      isNew = true;
      read += facts.length;
      return { until: Number.POSITIVE_INFINITY };
    });
    if (!isNew) continue;
    run(factsOf([part]));
    if (read < PAUSE_AFTER) continue;
    read = 0;
    await pause();
  }
}

/** Journeys read in one go: some ten milliseconds. */
const PAUSE_AFTER = 500;
