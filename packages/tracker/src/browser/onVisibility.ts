import { listen } from './listen.ts';

/**
 * Calls `onHidden` when the page stops being visible: a tab switch, an app switch, a navigation, a
 * close. Every event that announces it is a call, for more may have come to be told in between.
 *
 * Calls `onShown` when it is visible again, and says whether it comes out of the back/forward cache:
 * nothing of it was loaded then.
 *
 * The first is the last moment a page can rely on, so that is where the queue gets flushed.
 */
export function onVisibility(onHidden: () => void, onShown: (isBack?: boolean) => void): void {
  let { hidden } = document;

  // A navigation says `pagehide` first. Some Safari versions say nothing else:
  // https://caniuse.com/?search=visibilitychange
  // `pageshow` is the way back from the back/forward cache: https://web.dev/articles/bfcache
  listen('pageshow pagehide visibilitychange', (event) => {
    const { type, persisted } = event as PageTransitionEvent;
    const was = hidden;
    hidden = type === 'pagehide' || document.hidden;
    if (hidden) onHidden();
    else if (was || persisted) onShown(persisted);
  });
}
