import { promisify } from 'node:util';
import { constants, deflateRaw, inflateRawSync } from 'node:zlib';
import { type FactRow, lengthOf, toFact } from '../journeyTexts.ts';

const deflated = promisify(deflateRaw);

/** Facts as they were read, in about a tenth of the memory. Unpacking them takes less than parsing them does. */
export async function packedFacts(rows: readonly FactRow[]) {
  // JSON has no line breaks.
  const lines = rows.flatMap(({ person, facts, stages = '', trail = '' }) => [
    ...[JSON.stringify(person), facts, stages, trail],
  ]);
  const packed = await deflated(lines.join('\n'), { level: constants.Z_BEST_SPEED });
  const chars = rows.reduce((sum, row) => sum + lengthOf(row), 0);
  const count = rows.length;

  return {
    bytes: packed.byteLength,
    read: () => {
      const all = inflateRawSync(packed).toString().split('\n');
      const facts = Array.from({ length: count }, (_, n) => {
        const [person = '', text = '', stages = '', trail = ''] = all.slice(4 * n, 4 * n + 4);
        return toFact({ person: JSON.parse(person), facts: text, stages, trail });
      });
      return { facts, chars };
    },
  };
}
