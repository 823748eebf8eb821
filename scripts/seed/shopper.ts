import type { Device } from '../../packages/journey/src/index.ts';
import { type Browser, createBrowser, type Diary } from './browser.ts';
import type { Channel } from './landing.ts';
import { PLAN } from './plan.ts';
import { createRandom, type Random } from './random.ts';
import { busyMoment } from './rhythm.ts';
import { isLeft, travel } from './travel.ts';
import type { Shopper, Trip } from './trip.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The time and the place that shoppers live in. */
export interface World {
  seed: number;
  /** Start of the period, in epoch milliseconds. */
  from: number;
  /** End of it: now. */
  until: number;
  /** The shop's. */
  origin: string;
  persons: number;
}

/** What one browser of a person told, and where they live. */
export interface ShopperDiary extends Diary {
  country: string;
}

/** One person's life with the shop, by number: what their browsers told. Empty if they came too late. */
export function liveThrough(index: number, world: World): ShopperDiary[] {
  const random = createRandom(world.seed, index);
  const country = createRandom(world.seed, index, COUNTRY).weighted(PLAN.countries);
  const shopper = createShopper(world, random);

  let newcomer = true;
  let at: number | undefined = firstVisit(index, shopper, world);
  while (at !== undefined && at < world.until) {
    const trip = setOut(shopper, newcomer);
    const outcome = travel(trip, at);
    newcomer = false;
    at = comesAgain(outcome, shopper, trip.browser.now);
  }
  return shopper.browsers
    .map((browser) => ({ ...browser.close(), country }))
    .filter(({ entries }) => entries.length);
}

/** Names a list of seeds of its own: where somebody lives shifts nothing that they do. */
const COUNTRY = 1;

function createShopper({ origin, until }: World, random: Random): Shopper {
  const browserOn = (device: Device) => createBrowser({ device, origin, until }, random);
  const device = random.weighted(PLAN.devices);
  const hasAccount = random.chance(PLAN.people.account);
  const hasTwo = hasAccount && random.chance(PLAN.people.secondDevice);

  const browsers: Browser[] = [browserOn(device)];
  if (hasTwo) browsers.push(browserOn(device === 'desktop' ? 'mobile' : 'desktop'));
  const account = hasAccount
    ? `account-${random.uint32().toString(16).padStart(8, '0')}`
    : undefined;
  return { random, browsers, account, until };
}

function firstVisit(index: number, { random, browsers }: Shopper, world: World): number {
  const { hours, share } = PLAN.rhythm.lastHours;
  const { from, until, persons } = world;
  if (index < persons * share) return Math.floor(random.between(until - hours * HOUR_MS, until));
  return busyMoment({ from, to: until, device: browsers[0]!.device }, random);
}

function setOut(shopper: Shopper, newcomer: boolean): Trip {
  return {
    shopper,
    newcomer,
    channel: shopper.random.weighted(newcomer ? NEW_BY_CHANNEL : RETURNING_BY_CHANNEL),
    browser: shopper.browsers[0]!,
    cameBack: false,
    met: new Set(),
    lines: [],
    coupon: undefined,
    shipping: undefined,
  };
}

/** When the next journey begins, in epoch milliseconds, if one does. */
function comesAgain(
  outcome: ReturnType<typeof travel>,
  { random }: Shopper,
  now: number,
): number | undefined {
  const { comesAgain } = PLAN.ordered;
  if (typeof outcome === 'object' && random.chance(comesAgain.share)) {
    return Math.floor(now + DAY_MS + random.exponential(comesAgain.daysUntil) * DAY_MS);
  }
  if (isLeft(outcome) && random.chance(PLAN.left.muchLater)) {
    return Math.floor(now + random.between(31, 50) * DAY_MS);
  }
  return undefined;
}

const CHANNELS = Object.entries(PLAN.channels) as [Channel, { share: number; returning: number }][];

const NEW_BY_CHANNEL = weightsBy(({ share }) => share);
const RETURNING_BY_CHANNEL = weightsBy(({ returning }) => returning);

function weightsBy(
  weight: (plan: (typeof CHANNELS)[number][1]) => number,
): Record<Channel, number> {
  return Object.fromEntries(CHANNELS.map(([channel, plan]) => [channel, weight(plan)])) as Record<
    Channel,
    number
  >;
}
