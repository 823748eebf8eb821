/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { assets, ICON } from '../assets/assets.ts';
import type { Frame, Site } from './frame.ts';
import { link, sitePath } from './link.ts';
import { LOCALES } from './locale.ts';
import { Mark } from './mark.tsx';
import type { Voice } from './voice.ts';

/** The pages about a site, in the order of the menu. */
export const PAGES = [
  'overview',
  'abandonment',
  'causes',
  'map',
  'paths',
  'funnel',
  'journeys',
  'live',
  'retention',
  'compare',
  'delivery',
  'settings',
] as const;

export type Page = (typeof PAGES)[number];

interface LayoutProps {
  frame: Frame;
  voice: Voice;
  title: string;
  site?: Site | undefined;
  page?: Page | undefined;
  /** What the address asks for: a switch of language keeps it. */
  query?: Readonly<Record<string, string | undefined>>;
  /** Whether the page follows what happens. */
  live?: boolean;
  children: Child;
}

/** The frame that every page hangs in. */
export function Layout({ frame, voice, title, site, page, query, live, children }: LayoutProps) {
  const { text, locale } = voice;
  const liveFrom = live && site ? `/api/sites/${encodeURIComponent(site.id)}/live` : undefined;
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>{[title, site?.name, 'Cartograph'].filter(Boolean).join(' · ')}</title>
        <link rel="icon" href={ICON} />
        <link rel="stylesheet" href={assets.css.path} />
        {liveFrom && <script defer src={assets.js.path} />}
      </head>
      <body data-live-from={liveFrom}>
        <a class="skip" href="#main">
          {text.frame.skip}
        </a>
        <header class="bar">
          <a class="brand" href={link('/', { lang: frame.lang })}>
            <Mark />
            Cartograph
          </a>
          {site && <span class="bar-site">{site.name}</span>}
          <div class="bar-end">
            {liveFrom && (
              <span
                class="live-state"
                id="live-state"
                role="status"
                data-on={text.frame.live}
                data-off={text.frame.offline}
              />
            )}
            {frame.csrf && (
              <form method="post" action="/sign-out">
                <input type="hidden" name="csrf" value={frame.csrf} />
                <button type="submit" class="plain">
                  {text.frame.signOut}
                </button>
              </form>
            )}
          </div>
          {site && (
            <nav aria-label={text.frame.pages}>
              {PAGES.map((each) => (
                <a
                  href={link(sitePath(site, each), { lang: frame.lang })}
                  aria-current={each === page ? 'page' : undefined}
                >
                  {text.pages[each]}
                </a>
              ))}
            </nav>
          )}
        </header>
        <main id="main">{children}</main>
        <footer class="foot">
          <p>
            Cartograph
            {site && frame.hasStorage && (
              <>
                {' · '}
                <a href={sitePath(site, 'storage')}>{text.frame.storage}</a>
              </>
            )}
          </p>
          <nav aria-label={text.frame.language}>
            {LOCALES.map((each) => (
              <a
                href={link('', { ...query, lang: each })}
                lang={each}
                hreflang={each}
                aria-current={each === locale ? 'true' : undefined}
              >
                {LANGUAGE_NAMES[each]}
              </a>
            ))}
          </nav>
        </footer>
      </body>
    </html>
  );
}

/** Each in its own words. */
const LANGUAGE_NAMES = { en: 'English', ko: '한국어' };
