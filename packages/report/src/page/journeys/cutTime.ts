/** A stretch of the axis, from 0 to 1: time spent, to scale, or a silence that is cut short. */
export interface Stretch {
  kind: 'visit' | 'silence';
  x: number;
  width: number;
  from: number;
  to: number;
}

/** Of the axis, for each silence; less where there are many. */
const SILENCE = 0.09;
const ALL_SILENCES = 0.4;

/** A visit of a moment still has to be seen. */
const SHORTEST_MS = 20_000;

/**
 * An axis on which minutes at the shop are not lost between days of silence: time is to scale within
 * the visits, and every silence is as wide as any other.
 *
 * @param visits In order, with nothing between them. Epoch milliseconds.
 * @param end When the last silence ends, if there is one after the last visit.
 */
export function cutTime(
  visits: readonly { startedAt: number; endedAt: number }[],
  end?: number,
): Stretch[] {
  const silences = visits.length - 1 + (end === undefined ? 0 : 1);
  const silence = silences === 0 ? 0 : Math.min(SILENCE, ALL_SILENCES / silences);
  const lengthOf = ({ startedAt, endedAt }: { startedAt: number; endedAt: number }) =>
    Math.max(SHORTEST_MS, endedAt - startedAt);
  const all = visits.reduce((sum, visit) => sum + lengthOf(visit), 0);

  const stretches: Stretch[] = [];
  let x = 0;
  const add = (kind: Stretch['kind'], width: number, [from, to]: [number, number]) => {
    stretches.push({ kind, x, width, from, to });
    x += width;
  };
  visits.forEach((visit, place) => {
    const { startedAt, endedAt } = visit;
    add('visit', (lengthOf(visit) / all) * (1 - silences * silence), [startedAt, endedAt]);
    const until = visits[place + 1]?.startedAt ?? end;
    if (until !== undefined) add('silence', silence, [endedAt, until]);
  });
  return stretches;
}

/** Where a moment lies on the axis. */
export function placeOf(at: number, stretches: readonly Stretch[]): number {
  const stretch = stretches.find(({ to }) => at <= to) ?? stretches.at(-1);
  if (!stretch) return 0;
  const { x, width, from, to } = stretch;
  const share = to > from ? (at - from) / (to - from) : 0;
  return x + width * Math.min(1, Math.max(0, share));
}
