import type { Device } from '../../packages/journey/src/index.ts';
import { PLAN } from './plan.ts';
import type { Random } from './random.ts';

const HOUR_MS = 3_600_000;

/** A moment in `[from, to)`, in epoch milliseconds: more likely on busy days and at busy hours. */
export function busyMoment(
  { from, to, device }: { from: number; to: number; device: Device },
  random: Random,
): number {
  for (;;) {
    const at = Math.floor(random.between(from, to));
    if (random.chance(busyness(at, device))) return at;
  }
}

/** Between 0 and 1. */
function busyness(at: number, device: Device): number {
  const local = new Date(at + PLAN.rhythm.utcOffsetHours * HOUR_MS);
  const hours = PLAN.rhythm.hour[device];
  const weekdays = PLAN.rhythm.weekday;
  const weight = hours[local.getUTCHours()]! * weekdays[local.getUTCDay()]!;
  return weight / (Math.max(...hours) * Math.max(...weekdays));
}
