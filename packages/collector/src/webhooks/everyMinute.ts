const MINUTE_MS = 60_000;

interface Timing {
  /** @default setInterval of a minute that keeps no process alive */
  every?: (run: () => void) => () => void;
  /** Told when a round failed. The next one comes all the same. */
  onError: (error: unknown) => void;
}

/**
 * Runs rounds every minute, never two at once.
 *
 * @returns A function that stops it and waits for the round under way, which is told by its signal.
 */
export function everyMinute(
  round: (signal: AbortSignal) => Promise<void>,
  { every = minutely, onError }: Timing,
): () => Promise<void> {
  const stopping = new AbortController();
  let running: Promise<void> | undefined;
  const cancel = every(() => {
    running ??= round(stopping.signal)
      .catch(onError)
      .finally(() => {
        running = undefined;
      });
  });
  return async () => {
    cancel();
    stopping.abort();
    await running;
  };
}

function minutely(run: () => void): () => void {
  const timer = setInterval(run, MINUTE_MS).unref();
  return () => clearInterval(timer);
}
