/** A tracker's mistake must never become the shop's: what `job` throws is told and goes no further. */
export function quietly<Args extends unknown[]>(job: (...args: Args) => void) {
  return (...args: Args): void => {
    try {
      job(...args);
    } catch (error) {
      console.warn(error);
    }
  };
}
