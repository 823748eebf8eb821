import { factCache } from './factCache.ts';
import { onwardPeople } from './onwardPeople.ts';
import { pastFolds } from './pastFolds.ts';

export type Memory = ReturnType<typeof remembered>;

/** What a store remembers of what is stored, so as not to read and fold it again. */
export function remembered({ onwardFrom }: { onwardFrom?: number | undefined } = {}) {
  const onward = onwardPeople({ from: onwardFrom });
  const cache = factCache();
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
