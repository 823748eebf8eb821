/** Everything an iterable gives, and what it throws in the end. */
export async function all<T>(items: AsyncIterable<T>): Promise<{ items: T[]; error?: unknown }> {
  const list: T[] = [];
  try {
    for await (const item of items) list.push(item);
    return { items: list };
  } catch (error) {
    return { items: list, error };
  }
}
