import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { newShopper, openProfile } from './browser.ts';
import { numbers, type Tally, TRIES, tally } from './tally.ts';
import { pause, quiet, until, visit } from './visit.ts';
import type { World } from './world.ts';

/** How long nobody comes back: time to arrive without, and to try again. */
const HERE_MS = 10_000;

/** And what may come when somebody has. Retries come late: some trackers wait for half a minute. */
const BACK_MS = 45_000;

/** And then for copies: a tracker that heard no answer may be slow to try again. */
const COPY_MS = 20_000;

/** What a fault is done to. */
interface Scene {
  world: World;
  context: BrowserContext;
  /** One a shop, where the tracker runs and waits for something to do. */
  pages: Page[];
}

export interface Fault {
  name: string;
  /** Before the pages are opened. */
  prepare?(world: World): void;
  /** Tracks, and does the damage. A page that is left is left here. */
  strike(scene: Scene): Promise<void>;
  /** Whether what arrives before anybody comes back is worth a number. */
  countsFirst: boolean;
  /** When somebody opens the shops again. */
  comesBack: 'at once' | 'later';
  /** Whether the browser dies, and is started anew. */
  kills?: boolean;
}

/** Tracks one `add_to_cart` in each page. */
const trackAll = ({ pages }: Scene) =>
  Promise.all(pages.map((page, index) => page.evaluate((n) => track(n), numbers[index]!)));

export const FAULTS: readonly Fault[] = [
  {
    name: 'navigate at once',
    comesBack: 'later',
    countsFirst: true,
    async strike({ pages, world }) {
      for (const [index, page] of pages.entries()) {
        const to = { n: numbers[index]!, url: world.elsewhere };
        const strike = page.evaluate(({ n, url }) => {
          track(n);
          location.href = url;
        }, to);
        // The page may be gone before it can say that it is done.
        await Promise.all([page.waitForURL(to.url), strike.catch(() => {})]);
      }
    },
  },
  {
    name: 'close at once',
    comesBack: 'later',
    countsFirst: true,
    async strike({ pages }) {
      for (const [index, page] of pages.entries()) {
        await page.evaluate((n) => track(n), numbers[index]!);
        await page.close();
      }
    },
  },
  {
    name: 'offline, closed, reopened',
    comesBack: 'at once',
    countsFirst: false,
    async strike(scene) {
      const { world, context, pages } = scene;
      await context.setOffline(true);
      world.line.isDown = true;
      await trackAll(scene);
      await pause(1000);
      await Promise.all(pages.map((page) => page.close()));
      await pause(1000);
      await context.setOffline(false);
      world.line.isDown = false;
    },
  },
  {
    name: 'killed, restarted',
    comesBack: 'at once',
    countsFirst: false,
    kills: true,
    async strike(scene) {
      scene.world.line.isDown = true;
      await trackAll(scene);
      await pause(1000);
    },
  },
  {
    name: 'answer lost',
    comesBack: 'later',
    countsFirst: false,
    prepare(world) {
      world.endpoint.isCutting = true;
    },
    async strike(scene) {
      await trackAll(scene);
    },
  },
];

export interface Outcome extends Tally {
  /** Arrived before anybody came back to the shop. */
  first: number;
}

/**
 * Does a fault to a tracker.
 *
 * @param alone Runs what it is given while nothing else is run through it: opening pages and doing
 *   the damage takes the machine's time, waiting for what arrives does not.
 */
export async function suffer(
  fault: Fault,
  world: World,
  { browser, alone }: { browser: Browser; alone: <T>(job: () => Promise<T>) => Promise<T> },
): Promise<Outcome> {
  const profile = mkdtempSync(join(tmpdir(), 'cartograph-bench-profile-'));
  const { endpoint } = world;
  const arrived = () => new Set(endpoint.arrivals.map(({ n }) => n)).size;
  const isAllThere = () => arrived() === TRIES;
  const open = (context: BrowserContext) =>
    Promise.all(numbers.map((number) => visit(context, world.shop(number))));

  let context: BrowserContext | undefined;
  let restarted: BrowserContext | undefined;
  try {
    await alone(async () => {
      fault.prepare?.(world);
      const killable = fault.kills ? await openProfile(profile) : undefined;
      context = killable?.context ?? (await newShopper(browser));
      const pages = await open(context);
      await quiet(endpoint);
      await fault.strike({ world, context, pages });
      await killable?.kill();
    });
    if (fault.comesBack === 'later') await pause(HERE_MS);
    const first = arrived();

    await alone(async () => {
      world.line.isDown = false;
      if (fault.kills) restarted = (await openProfile(profile)).context;
      await open(restarted ?? context!);
    });
    await until(isAllThere, BACK_MS);
    await pause(COPY_MS);
    return { first, ...tally(endpoint.arrivals) };
  } finally {
    await (restarted ?? context)?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
