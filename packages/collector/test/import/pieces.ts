/** Bytes as a stream may bring them: cut at any places, empty pieces included. */
export async function* pieces(bytes: Buffer, cuts: readonly number[] = []): AsyncGenerator<Buffer> {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length];
  places.sort((a, b) => a - b);
  for (const [index, end] of places.slice(1).entries()) {
    // A copy, as a stream may use its memory again.
    yield Buffer.from(bytes.subarray(places[index], end));
  }
}
