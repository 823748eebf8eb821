import { listen } from './listen.ts';

/**
 * Calls `onActivated` once the page is shown to someone. At once, unless it is being prerendered,
 * which may come to nothing. https://developer.chrome.com/docs/web-platform/prerender-pages
 */
export function whenActivated(onActivated: () => void): void {
  if ((document as { prerendering?: boolean }).prerendering) {
    listen('prerenderingchange', onActivated);
  } else onActivated();
}
