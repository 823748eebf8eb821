/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { Layout, type Page } from './layout.tsx';
import { link } from './link.ts';
import { PeriodPicker, periodQuery } from './periodPicker.tsx';
import type { ReportView } from './reportView.ts';
import { SegmentPicker } from './segmentPicker.tsx';
import type { Voice } from './voice.ts';

/** What every page with a report hangs in: what it is about and when, how to ask otherwise, and its files. */
export function ReportPage({
  view,
  voice,
  page,
  live,
  intro,
  asks,
  aside,
  children,
}: {
  view: ReportView;
  voice: Voice;
  page: Page;
  /** Whether it follows what happens. */
  live?: boolean;
  /** A sentence below the title. */
  intro?: Child;
  /** What is chosen in place of a period. */
  asks?: Child;
  /** More of what can be chosen, below the period and the segment. */
  aside?: Child;
  children: Child;
}) {
  const { site, period, from, to, asOf, lang, query, onlyConfirmed } = view;
  const { text, format } = voice;
  return (
    <Layout
      frame={view}
      voice={voice}
      title={text.pages[page]}
      site={site}
      page={page}
      query={query}
      {...(live && { live })}
    >
      <div class="title">
        <div data-live="title">
          <h1>{text.pages[page]}</h1>
          <p>
            {site.name} · {format.span(from, to)}
          </p>
          <p class="quiet">
            {text.frame.timeZone(site.timeZone)}, {text.frame.asOf(format.dateTime(asOf))}
            {onlyConfirmed && `, ${text.frame.onlyConfirmed}`}
          </p>
          <Late view={view} voice={voice} />
          {view.isChanging && <p class="quiet">{text.frame.isChanging}</p>}
          {intro && <p class="intro">{intro}</p>}
        </div>
        <div>
          {asks ?? (
            <PeriodPicker
              period={period}
              report={{ from, to }}
              lang={lang}
              query={query}
              voice={voice}
            />
          )}
          <SegmentPicker view={view} voice={voice} />
          {aside}
        </div>
      </div>
      {children}
      <p class="downloads">
        {(['csv', 'json'] as const).map((format) => (
          <a href={link('', { ...periodQuery(period), ...query, format })} download="">
            {text.downloads[format]}
          </a>
        ))}
      </p>
    </Layout>
  );
}

/** Said of figures that somebody may have read already. */
function Late({ view: { late }, voice: { text, format } }: { view: ReportView; voice: Voice }) {
  if (late.length === 0) return null;
  const days = late.slice(0, LATE_DAYS).map(({ from }) => format.date(from));
  const touchpoints = late.reduce((sum, day) => sum + day.touchpoints, 0);
  return (
    <p class="quiet">
      {text.late(
        format.list(days),
        late.length - days.length,
        text.units.touchpoints(touchpoints, format.count(touchpoints)),
      )}
    </p>
  );
}

/** Named one by one. */
const LATE_DAYS = 3;
