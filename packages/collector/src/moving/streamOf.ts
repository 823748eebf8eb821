/**
 * Texts as the body of an answer, once there is the first of them: what fails before can still be
 * answered for. Reads on only as fast as somebody takes it.
 *
 * @param most How many texts, if not all.
 */
export async function streamOf(
  texts: AsyncGenerator<string>,
  most = Number.POSITIVE_INFINITY,
): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  let first: IteratorResult<string> | undefined = await texts.next();
  let left = most;
  const end = async () => void (await texts.return(undefined));
  return new ReadableStream({
    pull: async (controller) => {
      const next = left-- > 0 ? (first ?? (await texts.next())) : undefined;
      first = undefined;
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
