import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../src/fold.ts';
import { foldOnward } from '../src/foldOnward.ts';
import { inOrder } from '../src/inOrder.ts';
import type { Journey } from '../src/journey.ts';
import type { StoredTouchpoint } from '../src/touchpoint.ts';
import { type History, history, muddledCart } from './history.ts';

const MINUTE = 60_000;

const told = (n: number, minute: number, rest: Partial<StoredTouchpoint> = {}) => ({
  id: `t${n}`,
  type: 'page_view',
  at: minute * MINUTE,
  seq: n,
  visitor: 'v',
  receivedAt: 0,
  ...rest,
});
const guess = { type: 'add_to_cart', params: { inferred: 'generic' } };

describe(foldOnward.name, { timeout: 60_000 }, () => {
  it.each([
    ['any history', history],
    ['a cart with a bit of everything in it', muddledCart],
  ])('has at every step the journeys that the whole gives, on %s', (_, given) => {
    let wentOn = 0;
    const check = ({ touchpoints, options }: History, batchSize: number) => {
      const ordered = inOrder(touchpoints);
      let onward = foldOnward([], options);
      const journeys = new Map<string, Journey>();
      for (let end = batchSize; end - batchSize < ordered.length; end += batchSize) {
        const changed = onward.add(ordered.slice(end - batchSize, end));
        if (changed) wentOn++;
        else onward = foldOnward(ordered.slice(0, end), options);
        for (const journey of changed ?? onward.journeys()) journeys.set(journey.id, journey);

        const whole = fold(ordered.slice(0, end), options).map(({ journey }) => journey);
        expect(JSON.stringify(onward.journeys())).toBe(JSON.stringify(whole));
        // What it said has changed is all that has.
        expect(JSON.stringify([...journeys.values()])).toBe(JSON.stringify(whole));
      }
    };
    fc.assert(fc.property(given, fc.integer({ min: 1, max: 4 }), check), { numRuns: 300 });
    expect(wentOn).toBeGreaterThan(300);
  });

  it.each([
    ['one of them is earlier', [told(1, 5)], [told(2, 4), told(3, 6)]],
    ['one of them is known', [told(1, 5)], [told(1, 5)]],
    ['one of them is a guess', [told(1, 5)], [told(2, 6, guess)]],
    ['one of them is an order', [told(1, 5)], [told(2, 6), told(3, 7, { type: 'purchase' })]],
    ['one of them may be what was guessed', [told(1, 5, guess)], [told(2, 35)]],
  ])('leaves it to the whole fold when %s', (_, known, more) => {
    const onward = foldOnward(known);
    const before = JSON.stringify(onward.journeys());
    expect(onward.add(more)).toBeUndefined();
    expect(JSON.stringify(onward.journeys())).toBe(before);
  });

  it('goes on past a guess that nothing can repeat any more', () => {
    expect(foldOnward([told(1, 5, guess)]).add([told(2, 36)])).toMatchObject([{ touchpoints: 2 }]);
  });
});
