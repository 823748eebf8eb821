/** Rejects, with nothing, what has not come after `ms` milliseconds: some things hang for ever. */
export function inTime<T>(promise: Promise<T>, ms: number): Promise<T> {
  return Promise.race([promise, new Promise<never>((_, reject) => setTimeout(reject, ms))]);
}
