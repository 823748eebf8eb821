import { masked } from './masked.ts';
import { on } from './on.ts';
import type { Tell } from './tell.ts';

/**
 * Errors and rejections that nobody caught.
 *
 * Not those of browser extensions, of requests that were broken off, and `ResizeObserver loop…`, which
 * is no error: https://github.com/WICG/resize-observer/issues/38
 */
export function errors(tell: Tell): void {
  on<ErrorEvent & PromiseRejectionEvent>('error unhandledrejection', (event) => {
    const { target, type, message, filename, lineno } = event;
    const error = event.error ?? event.reason;
    const description = masked(`${message ?? error?.message ?? error}`);
    const stack = `${error?.stack} ${filename}:${lineno}`;

    // An image that doesn't load has an error event of its own.
    if (target !== window || error?.name === 'AbortError') return;
    if (/^ResizeObserver|-extension:/.test(description + stack)) return;
    tell('exception', { description, source: type, place: placeOf(stack) }, error);
  });
}

/** The topmost frame of the shop's own, else the topmost, without queries. Ours is never the cause. */
export function placeOf(stack: string): string | undefined {
  const find = (from: string) =>
    RegExp(`${from}((?!\\S*/insight\\.js)[^\\s?:]+)\\S*?(:\\d+:?\\d*)`)
      .exec(stack)
      ?.slice(1)
      .join('');
  return find(location.origin) ?? find('https?://');
}
