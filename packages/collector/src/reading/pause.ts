/** Lets everything else have its turn that waits for one. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
