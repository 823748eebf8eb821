import { listen } from './listen.ts';

/**
 * Calls `onHidden` every time the page stops being visible: a tab switch, an app switch, a
 * navigation, a close. Calls `onShown` when it is visible again. Once each, however many events
 * announce it.
 *
 * The first is the last moment a page can rely on, so that is where the queue gets flushed.
 */
export function onVisibility(onHidden: () => void, onShown: () => void): void {
  let hidden = document.hidden;

  // Some Safari versions leave a page without `visibilitychange`, so `pagehide` backs it up:
  // https://caniuse.com/?search=visibilitychange
  // `pageshow` is the way back from the back/forward cache.
  listen('visibilitychange pagehide pageshow', ({ type }) => {
    const was = hidden;
    hidden = type === 'pagehide' || document.hidden;
    if (hidden !== was) (hidden ? onHidden : onShown)();
  });
}
