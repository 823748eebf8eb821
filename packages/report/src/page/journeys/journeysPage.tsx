/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { JourneyList } from '../../journeys/journeyList.ts';
import { link } from '../link.ts';
import { ReportPage } from '../reportPage.tsx';
import type { ReportView } from '../reportView.ts';
import { type Voice, voiceOf } from '../voice.ts';
import { JourneyFilters } from './journeyFilters.tsx';
import { JourneysTable } from './journeysTable.tsx';
import { wordsOf } from './wordsOf.ts';

export interface JourneysView extends ReportView {
  list: JourneyList;
}

/** Longest file: what is asked for with `limit`. */
const CSV_ROWS = 1000;

/** The journeys of a period one by one, those that the reader asks for. */
export function JourneysPage(view: JourneysView) {
  const { list, query, lang } = view;
  const voice = voiceOf(view.locale, view.site.timeZone);
  const { format } = voice;
  const words = wordsOf(view.locale).list;
  const { page: _, ...others } = query;
  return (
    <ReportPage view={view} voice={voice} page="journeys" intro={words.intro}>
      {list.begun === 0 ? (
        <p class="answer">{words.nothing}</p>
      ) : (
        <>
          <JourneyFilters list={list} view={view} voice={voice} />
          <section aria-labelledby="found">
            <h2 id="found">
              {list.found === list.begun
                ? words.foundAll(format.count(list.begun))
                : words.found(format.count(list.found), format.count(list.begun))}
            </h2>
            {list.found === 0 ? (
              <p class="intro">{words.none}</p>
            ) : (
              <>
                <JourneysTable journeys={list.journeys} view={view} voice={voice} />
                <Pager list={list} view={view} voice={voice} />
                <p>
                  <a
                    href={link('', { ...others, limit: String(CSV_ROWS), format: 'csv', lang })}
                    download=""
                  >
                    {words.csv(format.count(Math.min(CSV_ROWS, list.found)))}
                  </a>
                </p>
              </>
            )}
          </section>
        </>
      )}
    </ReportPage>
  );
}

function Pager({
  list: { page, pages },
  view: { query, lang },
  voice: { locale, format },
}: {
  list: JourneyList;
  view: ReportView;
  voice: Voice;
}) {
  const words = wordsOf(locale).list;
  if (pages === 1) return null;
  const to = (n: number) => link('', { ...query, page: String(n), lang });
  return (
    <nav class="choices pager" aria-label={words.pages}>
      {page > 1 && (
        <a rel="prev" href={to(page - 1)}>
          {words.before}
        </a>
      )}
      <span>{words.page(format.count(page), format.count(pages))}</span>
      {page < pages && (
        <a rel="next" href={to(page + 1)}>
          {words.next}
        </a>
      )}
    </nav>
  );
}
