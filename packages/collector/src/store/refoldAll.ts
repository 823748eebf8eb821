import type { Store } from './store.ts';

/** Folds again all that waits for it, a piece after the other. */
export async function refoldAll({ refolding }: Pick<Store, 'refolding'>): Promise<void> {
  while (await refolding?.next());
}
