/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Frame, Site } from '../frame.ts';
import { ScrollBox } from '../scrollBox.tsx';
import { voiceOf } from '../voice.ts';
import { TrustPage, wordsOf } from './trustPage.tsx';

export interface AuditView extends Frame {
  site: Site;
  /** The latest first. `at` in epoch milliseconds. */
  entries: readonly {
    at: number;
    actor: string;
    action: string;
    detail?: Readonly<Record<string, string | number | boolean>>;
  }[];
}

/** Who did what on this site. */
export function AuditPage({ site, entries, ...frame }: AuditView) {
  const { format } = voiceOf(frame.locale, site.timeZone);
  const { audit } = wordsOf(frame.locale);
  return (
    <TrustPage frame={frame} site={site} topic="audit">
      <section aria-label={audit.title}>
        <p class="intro">{entries.length === 0 ? audit.nothing : audit.intro}</p>
        {entries.length > 0 && (
          <ScrollBox label={audit.title}>
            <table class="data">
              <thead>
                <tr>
                  {[audit.at, audit.actor, audit.action, audit.detail].map((name) => (
                    <th scope="col" class="word">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {entries.map(({ at, actor, action, detail = {} }) => (
                  <tr>
                    <th scope="row">
                      <time datetime={new Date(at).toISOString()}>
                        {format.dateTime(new Date(at).toISOString())}
                      </time>
                    </th>
                    <td class="word">{actor}</td>
                    <td class="word">{action}</td>
                    <td class="word">
                      {Object.entries(detail)
                        .map(([name, value]) => `${name}: ${value}`)
                        .join(', ')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        )}
      </section>
    </TrustPage>
  );
}
