/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Frame, Site } from './frame.ts';
import { Layout } from './layout.tsx';
import { link, sitePath } from './link.ts';
import { voiceOf } from './voice.ts';

export interface SitesView extends Frame {
  sites: readonly Site[];
}

export function SitesPage({ sites, ...frame }: SitesView) {
  const voice = voiceOf(frame.locale);
  const { text } = voice;
  return (
    <Layout frame={frame} voice={voice} title={text.sites.title}>
      <div class="title">
        <h1>{text.sites.title}</h1>
      </div>
      {sites.length === 0 ? (
        <p class="answer">{text.sites.none}</p>
      ) : (
        <ul class="sites">
          {sites.map((site) => (
            <li>
              <a href={link(sitePath(site, 'overview'), { lang: frame.lang })}>{site.name}</a>
              <p class="quiet">
                {site.id} · {site.currency} · {text.frame.timeZone(site.timeZone)}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Layout>
  );
}
