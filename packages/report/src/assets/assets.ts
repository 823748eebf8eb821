import { contentHash } from './contentHash.ts';
import { css } from './css.ts';
import { script } from './script.ts';

/** A file that pages ask for. Its path changes with its content, so it can be cached for ever. */
export interface Asset {
  path: string;
  /** For the `Content-Type` header. */
  type: string;
  body: string;
}

export const assets = {
  css: asset('css', 'text/css; charset=utf-8', css),
  js: asset('js', 'text/javascript; charset=utf-8', script),
} as const satisfies Record<string, Asset>;

/** The mark in a browser's tab. */
export const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke-width="4" stroke-linecap="round"><path d="M4 27C4 15 15 21 15 12" stroke="#4a86a8" stroke-dasharray="1 6"/><path d="M17 3L27 13M27 3L17 13" stroke="#c2137a"/></svg>',
)}`;

function asset(extension: string, type: string, body: string): Asset {
  return { path: `/assets/report.${contentHash(body)}.${extension}`, type, body };
}
