import type { Step } from '@cartograph/journey';
import type { Text } from './text/en.ts';

type Named = Readonly<Record<string, string>>;

/** What was done: "Shipping chosen". A step of the shop's own keeps its name. */
export function stepName(step: Step, { steps }: Text): string {
  return ownEntry(steps.names, step) ?? step;
}

/**
 * Where in the checkout a cart is that stopped at `step`: "after shipping, before payment".
 *
 * @param next The step that would have come next; the order if there is none.
 */
export function leftWhere(step: Step, next: Step | undefined, { steps }: Text): string {
  const after = ownEntry(steps.after, step) ?? steps.afterOwn(step);
  const before =
    next === undefined
      ? steps.beforeOrder
      : (ownEntry(steps.before, next) ?? steps.beforeOwn(next));
  return steps.between(after, before);
}

/** Steps are named by shops: `constructor` must not find what every object has. */
function ownEntry(names: Named, step: Step): string | undefined {
  return Object.hasOwn(names, step) ? names[step] : undefined;
}
