import { listen } from './listen.ts';

/**
 * Calls `onChange` in the task in which the page's address changed without a load: `pushState`,
 * `replaceState`, back and forward, a hash. It may be called more than once for one change.
 */
export function onUrlChange(onChange: () => void): void {
  // One event for all of it, and nothing of the page's has to be patched:
  // https://developer.mozilla.org/docs/Web/API/Navigation/currententrychange_event
  const { navigation } = window as { navigation?: Navigation };
  if (navigation) {
    navigation.addEventListener('currententrychange', onChange);
  } else {
    listen('hashchange popstate', onChange);
    for (const method of ['pushState', 'replaceState'] as const) {
      const original = history[method];
      history[method] = (...state) => {
        original.apply(history, state);
        onChange();
      };
    }
  }
}
