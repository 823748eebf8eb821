/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Layout } from '../layout.tsx';
import { link, sitePath } from '../link.ts';
import { voiceOf } from '../voice.ts';
import { MarksForm } from './marksForm.tsx';
import { SegmentsForm } from './segmentsForm.tsx';
import type { SettingsView } from './settingsView.ts';
import { SharesForm } from './sharesForm.tsx';
import { SiteForm } from './siteForm.tsx';
import { TokensForm } from './tokensForm.tsx';
import { wordsOf } from './words.ts';

/** What a site's owner decides. Each part saves by itself. */
export function SettingsPage(view: SettingsView) {
  const { site, locale, lang, problem } = view;
  const words = wordsOf(locale);
  return (
    <Layout
      frame={view}
      voice={voiceOf(locale, site.timeZone)}
      title={words.title}
      site={site}
      page="settings"
    >
      <div class="title">
        <div>
          <h1>{words.title}</h1>
          <p>{site.name}</p>
        </div>
      </div>
      {view.canChange ? (
        <>
          {problem && (
            <p class="problem" role="status">
              {words.problem}
            </p>
          )}
          <SiteForm view={view} />
          <MarksForm view={view} />
          <SegmentsForm view={view} />
          <TokensForm view={view} />
          <SharesForm view={view} />
          <p class="quiet">
            {words.log} <a href={link(sitePath(site, 'audit'), { lang })}>{words.toLog}</a>
          </p>
        </>
      ) : (
        <div>
          <p class="message">{words.readOnly}</p>
          <p class="intro">{words.readOnlyHow}</p>
        </div>
      )}
    </Layout>
  );
}
