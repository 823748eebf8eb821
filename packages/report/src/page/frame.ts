import type { Locale } from './locale.ts';

export interface Site {
  /** Public id. */
  id: string;
  name: string;
  /** ISO 4217. */
  currency: string;
  /** IANA name. */
  timeZone: string;
}

/** What every page is drawn in. */
export interface Frame {
  locale: Locale;
  /** The language that the address asked for: links keep asking for it. */
  lang?: Locale | undefined;
  /** Goes into every form that changes something. With it the reader is signed in and can sign out. */
  csrf?: string | undefined;
  /** Whether a page says how much of its room a site has taken: where the platform sets a limit. */
  hasStorage?: boolean;
}
