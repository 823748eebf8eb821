import { listen } from './listen.ts';

/**
 * Calls `onReturn` when the page comes out of the back/forward cache: it is shown again, and
 * nothing of it was loaded. https://web.dev/articles/bfcache
 */
export function onReturn(onReturn: () => void): void {
  listen('pageshow', (event) => {
    if ((event as PageTransitionEvent).persisted) onReturn();
  });
}
