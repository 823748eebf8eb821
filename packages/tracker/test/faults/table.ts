import type { Tally } from './scene.ts';

/**
 * Cases down, engines across: `tracked/stored/doubled +sent again`.
 *
 * @param titles Of the cases, in order.
 * @param tallies By engine, then by case.
 */
export function table(
  titles: readonly string[],
  tallies: ReadonlyMap<string, ReadonlyMap<string, Tally>>,
): string {
  const engines = [...tallies.keys()];
  const cell = (tally: Tally | undefined) =>
    tally
      ? `${tally.tracked}/${tally.stored}/${tally.doubled}${tally.sentAgain ? ` +${tally.sentAgain}` : ''}`
      : '-';
  const played = titles.filter((title) => [...tallies.values()].some((cells) => cells.has(title)));
  const rows = played.map((title) => [
    title,
    ...engines.map((engine) => cell(tallies.get(engine)?.get(title))),
  ]);
  const head = ['tracked/stored/doubled +sent again', ...engines];
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]!.length)),
  );
  return [head, ...rows]
    .map((row) =>
      row
        .map((text, column) => text.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
