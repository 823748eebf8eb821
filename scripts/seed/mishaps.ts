import type { CustomParams, Device } from '../../packages/journey/src/index.ts';
import { PLAN } from './plan.ts';
import type { Random } from './random.ts';

/** Something a page tells the tracker. */
export interface Told {
  type: string;
  params?: CustomParams;
}

/** How fast and how well a page was there, and what else the tracker notices on it: all by chance. */
export function mishapsOn(device: Device, random: Random): Told[] {
  const { innocent, vitals } = PLAN;
  const told: Told[] = [];

  for (const name of VITALS) {
    if (!random.chance(vitals[name])) continue;
    const poor = name === 'LCP' ? innocent.poorLcp[device] : 0.05;
    const rating = random.weighted({ poor, 'needs-improvement': 0.18, good: 0.82 - poor });
    told.push({
      type: 'web_vital',
      params: { name, rating, value: vitalOf(name, rating, random) },
    });
  }
  if (random.chance(innocent.rageClick)) {
    told.push({ type: 'rage_click', params: { target: 'button.menu' } });
  }
  if (random.chance(innocent.deadClick)) {
    told.push({ type: 'dead_click', params: { target: 'figure.picture' } });
  }
  if (random.chance(innocent.exception)) {
    const description = "TypeError: Cannot read properties of null (reading 'focus')";
    told.push({ type: 'exception', params: { description, fatal: false } });
  }
  return told;
}

const VITALS = ['LCP', 'INP', 'CLS'] as const;

/** Good up to the first, poor past the second; the last is about the worst. https://web.dev/articles/vitals */
const BOUNDS = {
  LCP: [600, 2500, 4000, 9000],
  INP: [16, 200, 500, 1400],
  CLS: [0, 0.1, 0.25, 0.7],
};

function vitalOf(
  name: (typeof VITALS)[number],
  rating: 'good' | 'needs-improvement' | 'poor',
  random: Random,
): number {
  const from = ['good', 'needs-improvement', 'poor'].indexOf(rating);
  const value = random.between(BOUNDS[name][from]!, BOUNDS[name][from + 1]!);
  return name === 'CLS' ? Math.round(value * 1000) / 1000 : Math.round(value);
}
