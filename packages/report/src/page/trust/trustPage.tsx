/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { Frame, Site } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { link, sitePath } from '../link.ts';
import type { Locale } from '../locale.ts';
import { type Voice, voiceOf } from '../voice.ts';
import { en, type Words } from './en.ts';
import { ko } from './ko.ts';

/** The pages about how far figures can be trusted, in the order of their menu. */
const TOPICS = ['delivery', 'orders', 'quarantine', 'people', 'audit'] as const;

export type Topic = (typeof TOPICS)[number];

const WORDS: Record<Locale, Words> = { en, ko };

export function wordsOf(locale: Locale): Words {
  return WORDS[locale];
}

/** What they all hang in: a title, a way to the others, and what the page is about. */
export function TrustPage({
  frame,
  site,
  topic,
  aside,
  query,
  children,
}: {
  frame: Frame;
  site: Site;
  topic: Topic;
  /** Beside the title: the choice of a period, say. */
  aside?: Child;
  query?: Readonly<Record<string, string | undefined>>;
  children: Child;
}) {
  const voice: Voice = voiceOf(frame.locale, site.timeZone);
  const words = wordsOf(frame.locale);
  const { title } = words[topic];
  return (
    <Layout
      frame={frame}
      voice={voice}
      title={title}
      site={site}
      page="delivery"
      {...(query && { query })}
    >
      <div class="title">
        <div>
          <h1>{title}</h1>
          <div class="picker">
            <nav class="presets" aria-label={words.nav.label}>
              {TOPICS.map((each) => (
                <a
                  href={link(sitePath(site, each), { lang: frame.lang })}
                  aria-current={each === topic ? 'page' : undefined}
                >
                  {words.nav[each]}
                </a>
              ))}
            </nav>
          </div>
        </div>
        {aside}
      </div>
      {children}
    </Layout>
  );
}
