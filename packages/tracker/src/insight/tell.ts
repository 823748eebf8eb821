import type { ParamsOf, StandardType } from '@cartograph/journey';

/**
 * Records what a watcher saw.
 *
 * @param because What it rests on. Of an element the touchpoint gets the selector as its `target`.
 */
export type Tell = <Type extends StandardType | 'step_back' | 'tab_return'>(
  type: Type,
  params: ParamsOf<Type>,
  because?: unknown,
) => void;
