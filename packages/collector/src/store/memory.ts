import { factCache } from './factCache.ts';
import { onwardPeople } from './onwardPeople.ts';
import { pastFolds } from './pastFolds.ts';

export type Memory = ReturnType<typeof remembered>;

export interface MemoryOptions {
  /** Touchpoints of a person from which on it is remembered how far they are folded. @default 20 */
  onwardFrom?: number | undefined;
  /** Characters of facts that are remembered; in memory about five times as many bytes. @default 40e6 */
  maxFactChars?: number | undefined;
}

/** What a store remembers of what is stored, so as not to read and fold it again. */
export function remembered({ onwardFrom, maxFactChars }: MemoryOptions = {}) {
  const onward = onwardPeople({ from: onwardFrom });
  const cache = factCache(maxFactChars);
  const past = pastFolds();
  let seenVersion: number | undefined;

  const forgetAll = (): void => {
    onward.forgetAll();
    cache.clear();
    past.clear();
  };

  return {
    onward,
    cache,
    past,
    forgetAll,

    /** Forgets everything when somebody else has written to the database. */
    asOf(version: number | undefined): void {
      if (version !== seenVersion) forgetAll();
      seenVersion = version;
    },
  };
}
