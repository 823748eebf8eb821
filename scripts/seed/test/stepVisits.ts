import type { Device, Touchpoint } from '../../../packages/journey/src/index.ts';
import type { SeedBatch } from '../history.ts';
import type { Step } from '../trip.ts';
import { USER_AGENTS } from '../userAgents.ts';

const STOP_MS = 60 * 60_000;

/** A cart at a step: what was told from doing it to going on, or to leaving. */
export interface StepVisit {
  step: Step;
  /** When the step was done, in epoch milliseconds. */
  at: number;
  /** The one the step was done on. */
  device: Device;
  told: Touchpoint[];
  /** Left right there, the first time that this cart was left. */
  stopped: boolean;
}

/**
 * Counts what became of carts by looking at nothing but touchpoints, the way a report would. Carts
 * that were emptied, and those too fresh to be sure about, are left out; so is what follows a stop.
 */
export function stepVisits(batches: readonly SeedBatch[], now: number): StepVisit[] {
  return personsOf(batches).flatMap((told) => visitsOf(told, now));
}

/** A touchpoint and where it was told. */
type Told = Touchpoint & { device: Device };

/** What each person told, on all their browsers, in order of time. */
function personsOf(batches: readonly SeedBatch[]): Told[][] {
  const users = new Map(batches.flatMap(({ visitor, user }) => (user ? [[visitor, user]] : [])));
  const persons = new Map<string, Told[]>();
  for (const { visitor, userAgent, touchpoints } of batches) {
    const person = users.get(visitor) ?? visitor;
    const device = deviceOf(userAgent);
    const told = touchpoints.map((touchpoint) => ({ ...touchpoint, device }));
    persons.set(person, [...(persons.get(person) ?? []), ...told]);
  }
  return [...persons.values()].map((told) => told.sort((a, b) => a.at - b.at || a.seq - b.seq));
}

function visitsOf(told: readonly Told[], now: number): StepVisit[] {
  const visits: StepVisit[] = [];
  let visit: StepVisit | undefined;
  let lines = 0;
  let lastAt = 0;
  const leave = (stopped: boolean) => {
    if (visit) visits.push({ ...visit, stopped });
    visit = undefined;
  };

  for (const touchpoint of told) {
    const { type, at, device } = touchpoint;
    if (at - lastAt >= STOP_MS) leave(true);
    lastAt = at;

    const step = stepOf(touchpoint);
    const starts = visit
      ? step && STEPS.indexOf(step) > STEPS.indexOf(visit.step)
      : type === 'add_to_cart';
    if (step && starts) {
      leave(false);
      visit = { step, at, device, told: [], stopped: false };
      if (step === 'cart') lines = 0;
    }
    visit?.told.push(touchpoint);

    if (type === 'add_to_cart') lines++;
    if (type === 'remove_from_cart' && --lines === 0) visit = undefined;
    if (type === 'purchase') leave(false);
  }
  if (now - lastAt >= STOP_MS) leave(true);
  return visits;
}

const STEPS: readonly Step[] = ['cart', 'checkout', 'contact', 'shipping', 'payment'];

function stepOf({ type, params }: Touchpoint): Step | undefined {
  if (type === 'add_to_cart') return 'cart';
  if (type === 'begin_checkout') return 'checkout';
  if (type === 'checkout_step' && params?.step === 'contact') return 'contact';
  if (type === 'add_shipping_info') return 'shipping';
  return type === 'add_payment_info' ? 'payment' : undefined;
}

function deviceOf(userAgent: string): Device {
  const devices = Object.keys(USER_AGENTS) as Device[];
  return devices.find((device) => USER_AGENTS[device].includes(userAgent))!;
}
