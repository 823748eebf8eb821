/** A day: it ends where the next one begins, the last one at `to`. Epoch milliseconds. */
export interface Place {
  day: string;
  from: number;
  to: number;
}

/** Index of the day that a moment lies in; `-1` when none. Days are in order, without gaps. */
export function placeOf(days: readonly Place[], at: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]!.to <= at) low = middle + 1;
    else high = middle;
  }
  return low < days.length && days[low]!.from <= at ? low : -1;
}
