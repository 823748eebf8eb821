/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Frame, Site } from './frame.ts';
import { Layout } from './layout.tsx';
import { voiceOf } from './voice.ts';

export interface EmptyView extends Frame {
  site: Site;
  /** Where the collector is reached: `https://c.shop.example`. */
  origin: string;
}

/** A site that nothing has arrived from yet: how to begin, and what to expect. */
export function EmptyPage({ site, origin, ...frame }: EmptyView) {
  const voice = voiceOf(frame.locale, site.timeZone);
  const { text } = voice;
  const tag = `<script async src="${origin}/c.js" data-site="${site.id}"></script>`;
  return (
    <Layout frame={frame} voice={voice} title={text.empty.title} site={site} page="overview" live>
      <div class="title">
        <h1>{text.empty.title}</h1>
      </div>
      <div data-live="waiting">
        <p class="answer">{text.empty.intro(site.name)}</p>
        <pre class="snippet">
          <code>{tag}</code>
        </pre>
        <p class="waiting">{text.empty.waiting}</p>
        <h2>{text.empty.next}</h2>
        <ol class="expect">
          {text.empty.steps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
      </div>
    </Layout>
  );
}
