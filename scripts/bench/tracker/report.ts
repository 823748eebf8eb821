import { FAULTS, type Outcome } from './faults.ts';
import type { Peer } from './peer.ts';
import { TRIES } from './tally.ts';
import type { Weight, Weights } from './weigh.ts';

/** What was measured, of each tracker by its name. */
export interface Results {
  /** Where: browser, machine, how busy it was. */
  setting: string;
  weights?: Weights;
  /** By tracker, then by fault. */
  outcomes: Map<string, Map<string, Outcome>>;
}

/** The results as Markdown. */
export function markdown(peers: readonly Peer[], { setting, weights, outcomes }: Results): string {
  const parts = [setting];
  if (weights) parts.push(weightTable(peers, weights), WEIGHT_NOTE);
  const hasFaults = [...outcomes.values()].some(({ size }) => size > 0);
  if (hasFaults) parts.push(faultTable(peers, outcomes), FAULT_NOTE);
  parts.push(settingsTable(peers));
  return parts.join('\n\n');
}

function weightTable(peers: readonly Peer[], { blank, peers: weights }: Weights): string {
  const rows = peers.map(({ name, title }) => {
    const weight = weights.get(name)!;
    return [title, ...COLUMNS.map(([, of]) => of(weight))];
  });
  const { scriptMs, taskMs, longTasks } = blank;
  const blankRow = [
    'no tracker',
    '',
    whole(scriptMs.median),
    whole(scriptMs.p95),
    `(${whole(taskMs)})`,
    longTasks.perLoad.toFixed(1),
    whole(longTasks.longestMs),
    ...Array(3).fill(''),
  ];
  return table(['tracker', ...COLUMNS.map(([head]) => head)], [blankRow, ...rows]);
}

const COLUMNS: readonly [head: string, of: (weight: Weight) => string][] = [
  ['kB brotli', ({ brotliBytes }) => (brotliBytes / 1000).toFixed(1)],
  ['script ms, median', ({ scriptMs }) => whole(scriptMs.median)],
  ['p95', ({ scriptMs }) => whole(scriptMs.p95)],
  ['main thread ms over no tracker', ({ overBlankMs }) => whole(overBlankMs)],
  ['long tasks a load', ({ longTasks }) => longTasks.perLoad.toFixed(1)],
  ['longest ms', ({ longTasks }) => whole(longTasks.longestMs)],
  ['`track()` µs, median', ({ callUs }) => whole(callUs.median)],
  ['p95', ({ callUs }) => whole(callUs.p95)],
  ['all in', ({ callUs }) => whole(callUs.allIn)],
];

const WEIGHT_NOTE = `kB: all scripts a first page load fetches. ms: CPU time of the main thread in the first 3 s of a load with an
empty cache, slowed down fourfold, by the browser's own count; "script" is JavaScript alone (evaluate, start,
timers, promises). A long task blocks for 50 ms or more, by the clock. \`track()\`: 200 calls, each in a task of its own,
not slowed down, clock of 5 µs; "all in" is CPU time of the main thread by the call, with what it leaves for later.`;

function faultTable(peers: readonly Peer[], outcomes: Results['outcomes']): string {
  const rows = peers.map(({ name, title }) => [
    title,
    ...FAULTS.map((fault) => {
      const outcome = outcomes.get(name)?.get(fault.name);
      return outcome ? cell(outcome, fault.countsFirst) : '?';
    }),
  ]);
  return table([`of ${TRIES} \`add_to_cart\``, ...FAULTS.map(({ name }) => name)], rows);
}

function cell({ first, lost, doubled, copied }: Outcome, countsFirst: boolean): string {
  const later = TRIES - lost - first;
  return [
    countsFirst && `${first} at once`,
    countsFirst && later > 0 && `${later} on return`,
    lost > 0 ? `**${lost} lost**` : !countsFirst && '0 lost',
    doubled > 0 && `**${doubled} doubled**`,
    copied > 0 && `${copied} sent again under one id`,
  ]
    .filter(Boolean)
    .join(', ');
}

const FAULT_NOTE = `100 ms round trip, endpoint on another site. Navigate: to another site without the tracker, in the task that tracks.
Close: the tab, right after. Then somebody comes back to the shop for 45 s. Killed: SIGKILL one second after \`track()\`, with the
endpoint out of reach until the browser runs again on the same profile. Answer lost: stored, and the connection breaks.
Doubled: came twice with nothing to tell the copy by. Sent again under one id: the server can drop the copy, if it does.`;

function settingsTable(peers: readonly Peer[]): string {
  return table(
    ['tracker', 'settings'],
    peers.map(({ title, settings }) => [title, settings]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [head, head.map(() => '---'), ...rows].map(line).join('\n');
}

function whole(value: number): string {
  return value.toFixed(0);
}
