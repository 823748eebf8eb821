import { describe, expect, it } from 'vitest';
import { TRIES, tally } from '../tally.ts';

const all = Array.from({ length: TRIES }, (_, index) => ({ n: index + 1, id: `id-${index}` }));

describe(tally.name, () => {
  it.each([
    ['all came, each once', all, { lost: 0, doubled: 0, copied: 0 }],
    ['some never came', all.slice(3), { lost: 3, doubled: 0, copied: 0 }],
    ['a copy under the same id', [...all, all[0]!], { lost: 0, doubled: 0, copied: 1 }],
    [
      'a copy under another id',
      [...all, { n: 1, id: 'other' }],
      { lost: 0, doubled: 1, copied: 0 },
    ],
    [
      'a copy without ids',
      [...all.slice(1), { n: 1 }, { n: 1 }],
      { lost: 0, doubled: 1, copied: 0 },
    ],
    ['many copies of one', [...all, all[0]!, all[0]!], { lost: 0, doubled: 0, copied: 1 }],
  ])('%s', (_, arrivals, expected) => {
    expect(tally(arrivals)).toEqual(expected);
  });
});
