/**
 * What trackers cost a page, and what they lose and double: ours beside those of others that npm has,
 * all in one run and one browser, each against a stand-in of its own endpoint.
 *
 *     npm run bench -- tracker --peers cartograph,posthog --loads 20 --only weights --json
 *
 * Build ours first (`npm run build`). The others are installed here when they are first needed.
 */
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { openBrowser } from './browser.ts';
import { each } from './each.ts';
import { FAULTS, type Outcome, suffer } from './faults.ts';
import { install } from './install.ts';
import { inTurn } from './inTurn.ts';
import { markdown, type Results } from './report.ts';
import { weigh } from './weigh.ts';
import { createWorld } from './world.ts';

const ROUND_TRIP_MS = 100;
/** Faults that wait side by side. Only their waiting overlaps. */
const AT_ONCE = 5;

const { values } = parseArgs({
  options: {
    peers: { type: 'string' },
    /** `weights`, which take minutes and a quiet machine, or `faults`, which take half an hour. */
    only: { type: 'string' },
    loads: { type: 'string', default: '20' },
    json: { type: 'boolean', default: false },
  },
});

install();
// Their versions are read where they are installed.
const { PEERS } = await import('./peers.ts');
const wanted = values.peers?.split(',');
const unknown = wanted?.find((name) => !PEERS.some((peer) => peer.name === name));
if (unknown) {
  const names = PEERS.map(({ name }) => name).join(', ');
  throw Error(`Expected --peers to be of ${names}, got ${unknown}`);
}
const peers = PEERS.filter(({ name }) => !wanted || wanted.includes(name));

const busy = [busyness()];
const browser = await openBrowser();
try {
  const outcomes: Results['outcomes'] = new Map(peers.map(({ name }) => [name, new Map()]));
  const weights =
    values.only === 'faults' ? undefined : await weigh(browser, peers, Number(values.loads));
  busy.push(busyness());

  const alone = inTurn();
  const faults = values.only === 'weights' ? [] : FAULTS;
  const trials = faults.flatMap((fault) => peers.map((peer) => ({ fault, peer })));
  await each(trials, AT_ONCE, async ({ fault, peer }) => {
    const world = await createWorld(peer, ROUND_TRIP_MS);
    try {
      const outcome: Outcome = await suffer(fault, world, { browser, alone });
      outcomes.get(peer.name)!.set(fault.name, outcome);
      console.error(`${peer.name}, ${fault.name}: ${JSON.stringify(outcome)}`);
    } catch (error) {
      // A question mark in one cell; the other cells stand.
      console.error(`${peer.name}, ${fault.name}:`, error);
    } finally {
      await world.close();
    }
  });
  busy.push(busyness());

  const results: Results = {
    setting: `Chromium ${browser.version()}, ${process.platform}, ${cpus().length} cores, load ${busy.join(' → ')}.`,
    ...(weights && { weights }),
    outcomes,
  };
  console.log(values.json ? JSON.stringify(results, mapsAsObjects, 2) : markdown(peers, results));
} finally {
  await browser.close();
}

function busyness(): string {
  return loadavg()[0]!.toFixed(1);
}

function mapsAsObjects(_: string, value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries(value) : value;
}
