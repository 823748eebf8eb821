import type { Push } from './readPush.ts';

type PushFunction = (...pushes: Push[]) => number;

/**
 * Hears every push to a data layer, which passes on unchanged.
 *
 * Tag managers replace `push` by their own, which calls the one before. So ours is whatever `push`
 * is at the time with an ear at it, and only the outermost hears.
 */
export function tapPush(layer: Push[], hear: (push: Push) => void): void {
  let outermost: PushFunction;
  const wrap = (push: PushFunction) => {
    const wrapped: PushFunction = (...pushes) => {
      // After the page's own work: a list of 200 goods takes a millisecond to read.
      if (wrapped === outermost) queueMicrotask(() => pushes.forEach(hear));
      return push.apply(layer, pushes);
    };
    outermost = wrapped;
  };

  wrap(layer.push);
  Object.defineProperty(layer, 'push', { configurable: true, get: () => outermost, set: wrap });
}
