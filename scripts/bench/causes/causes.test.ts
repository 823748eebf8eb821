import { describe, expect, it } from 'vitest';
import { type Fate, runTrials, type Trials, together } from './trials.ts';
import { CAUSES, CONFOUNDED, ECHOES, PLACEBOS } from './world.ts';

/** A small run of what `scripts/bench/causes.ts` prints; the same worlds every time. */
describe('the report on causes, in forty simulated worlds', () => {
  const { fates, falseShare } = runTrials({ trials: 40, carts: 4000, seed: 7 });
  const shareOf = (of: keyof Omit<Fate, 'thing'>, things: typeof CAUSES) => {
    const sums = together(fates, things);
    return sums[of as 'ranked'] / sums.tested;
  };

  it('finds what was planted', () => {
    expect(shareOf('ranked', CAUSES.slice(0, 3))).toBeGreaterThan(0.9);
  });

  it('finds how strong it was: the interval holds the truth as often as it says', () => {
    expect(shareOf('adjustedCovers', CAUSES)).toBeGreaterThan(0.9);
    expect(shareOf('adjustedCovers', PLACEBOS)).toBeGreaterThan(0.93);
  });

  it('is right about what it ranks, but for one in twenty', () => {
    expect(falseShare).toBeLessThan(0.05);
  });

  it('does not blame slow pages for phones, as the plain ratio would', () => {
    expect(shareOf('crudeAbove', CONFOUNDED)).toBeGreaterThan(0.25);
    expect(shareOf('ranked', CONFOUNDED)).toBeLessThan(0.03);
    expect(shareOf('adjustedCovers', CONFOUNDED)).toBeGreaterThan(0.9);
  });

  it('does not blame what only follows from a cause', () => {
    expect(shareOf('crudeAbove', ECHOES)).toBeGreaterThan(0.8);
    expect(shareOf('ranked', ECHOES)).toBeLessThan(0.06);
  });

  it('is as sure as it says where persons have several carts and habits', {
    timeout: 60_000,
  }, () => {
    const habits = { leaving: 0.25, meeting: 0.8 };
    const world = { trials: 30, carts: 4000, seed: 9, habits };
    const covers = (trials: Trials) => {
      const { adjustedCovers, tested } = together(trials.fates, PLACEBOS);
      return adjustedCovers / tested;
    };
    const known = runTrials(world);
    expect(covers(known)).toBeGreaterThan(0.92);
    expect(known.falseShare).toBeLessThan(0.05);
    expect(covers(runTrials({ ...world, asStrangers: true }))).toBeLessThan(0.91);
  });

  it('seldom ranks anything where nothing was planted', () => {
    expect(runTrials({ trials: 40, carts: 2000, seed: 8, planted: [] }).anyFalse).toBeLessThan(0.1);
  });
});
