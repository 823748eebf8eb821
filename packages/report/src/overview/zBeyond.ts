import { twoSidedP } from '../normal.ts';

/** Beyond which `±z` a standard normal variable lies with this chance, from 0.000001 to 1. */
export function zBeyond(chance: number): number {
  let [low, high] = [0, 5];
  for (let halving = 0; halving < 50; halving++) {
    const middle = (low + high) / 2;
    if (twoSidedP(middle) > chance) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
