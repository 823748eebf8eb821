import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { goods, NOW, SITE, stored } from '../touchpoints.ts';

/** What every store must do that folds again in pieces. */
export function testRefolding(current: () => Store) {
  describe('folding again', () => {
    const { currency: _, ...params } = goods(10);
    const touchpoints = Array.from({ length: 4 }, (_, n) =>
      stored(n + 1, 'add_to_cart', {
        visitor: `v${n}`,
        params,
        ...(n % 2 === 1 && { user: 'ann' }),
      }),
    );
    const currencies = async () => {
      const carts = await current().carts(SITE.id, { from: 0, to: NOW * 2 });
      return [...new Set(carts.map(({ cart }) => cart?.currency))];
    };
    const foldAll = async () => {
      while (await current().refolding!.next());
    };

    it('gives everybody the journeys of new settings, and none before their turn', async (test) => {
      const { refolding } = current();
      if (!refolding) return test.skip();
      await current().put(`site:${SITE.id}`, SITE);
      await current().append([{ site: SITE, touchpoints }]);
      expect(await refolding.waiting()).toEqual([]);
      expect(await refolding.next()).toBe(false);

      const other = { ...SITE, currency: 'USD' };
      await current().put(`site:${SITE.id}`, other);
      await refolding.begin(SITE.id);
      expect(await refolding.waiting()).toEqual([SITE.id]);
      expect(await currencies()).toEqual(['EUR']);
      await foldAll();
      expect(await currencies()).toEqual(['USD']);
      expect(await refolding.waiting()).toEqual([]);

      const folded = await current().latest(SITE.id, { from: 0, limit: 9 });
      await current().rebuild(other);
      expect(await current().latest(SITE.id, { from: 0, limit: 9 })).toEqual(folded);
    });

    it('is done at once with a site that is no more', async (test) => {
      const { refolding } = current();
      if (!refolding) return test.skip();
      await refolding.begin('gone');
      await foldAll();
      expect(await refolding.waiting()).toEqual([]);
    });
  });
}
