import { SingleBar } from 'cli-progress';
import type { ImportProblem, ImportProgress } from '../import/index.ts';
import type { Io } from './command.ts';

/** Problems told in full; the rest is counted, so that a wrong mapping doesn't fill the screen. */
const TOLD_PROBLEMS = 20;

export interface ImportTeller {
  onProgress(progress: ImportProgress): void;
  onProblem(problem: ImportProblem): void;
  /** Takes the bar away, and says how many problems were not told. */
  end(): void;
}

/** Tells how an import goes: a bar on a terminal, nothing in a log; and what could not be read. */
export function importTeller(io: Io, { tellsAll }: { tellsAll: boolean }): ImportTeller {
  const bar = io.isTerminal
    ? new SingleBar({
        format: '{bar} {percentage} % | {touchpoints} touchpoints | {eta_formatted} left',
        hideCursor: true,
      })
    : undefined;
  bar?.start(1, 0, { touchpoints: 0 });
  const most = tellsAll ? Number.POSITIVE_INFINITY : TOLD_PROBLEMS;
  let problems = 0;

  return {
    onProgress: ({ bytesRead, bytesTotal, touchpoints }) => {
      bar?.setTotal(Math.max(1, bytesTotal));
      bar?.update(bytesRead, { touchpoints });
    },
    onProblem: ({ line, reason, isKept }) => {
      if (++problems > most) return;
      // So that the line can be written above the bar.
      if (bar) io.err('\r\x1b[K');
      io.err(`line ${line}: ${reason}${isKept ? ' (kept without it)' : ''}\n`);
    },
    end: () => {
      bar?.stop();
      if (problems > most) io.err(`… and ${problems - most} more: --all-problems tells them\n`);
    },
  };
}
