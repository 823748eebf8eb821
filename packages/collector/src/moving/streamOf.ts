/**
 * Texts as the body of an answer. Reads on only as fast as somebody takes it.
 *
 * @param most How many texts, if not all.
 */
export function streamOf(
  texts: AsyncGenerator<string>,
  most = Number.POSITIVE_INFINITY,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let left = most;
  const end = async () => void (await texts.return(undefined));
  return new ReadableStream({
    pull: async (controller) => {
      const next = left-- > 0 ? await texts.next() : undefined;
      if (next && !next.done) {
        controller.enqueue(encoder.encode(next.value));
        return;
      }
      await end();
      controller.close();
    },
    cancel: end,
  });
}
