/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { FunnelReport } from '../../funnel/funnel.ts';
import { link, sitePath } from '../link.ts';
import { Moment } from '../moment.tsx';
import { markName } from '../paths/markName.ts';
import type { ReportView } from '../reportView.ts';
import { ScrollBox } from '../scrollBox.tsx';
import { valueName } from '../segmentPicker.tsx';
import type { Voice } from '../voice.ts';
import { funnelWords } from './words.ts';

/** The journeys behind a bar: each is one to be read. */
export function ShownJourneys({
  report,
  view,
  voice,
}: {
  report: FunnelReport;
  view: ReportView;
  voice: Voice;
}) {
  const { text, format, locale } = voice;
  const words = funnelWords(locale);
  const { shown, steps } = report;
  if (!shown) return null;
  const { journeys, of, step } = shown;
  const name = markName(steps[step - 1]!.step, voice);
  const inJourneys = (n: number) => words.journeys(n, format.count(n));
  const { columns } = words.shown;
  const heading = (step === steps.length ? words.shown.converted : words.shown.heading)(name);
  return (
    <section class="funnel-shown" id="shown" aria-labelledby="shown-heading">
      <h2 id="shown-heading">{heading}</h2>
      <p class="intro">
        {of === 0 && words.shown.none}
        {of > 0 && journeys.length === of && words.shown.all(inJourneys(of))}
        {journeys.length < of && words.shown.some(format.count(journeys.length), inJourneys(of))}{' '}
        <a href={link('', { ...view.query, show: undefined, lang: view.lang })}>
          {words.shown.close}
        </a>
      </p>
      {of > 0 && (
        <ScrollBox label={heading}>
          <table class="data">
            <caption>{words.shown.unit}</caption>
            <thead>
              <tr>
                {Object.values(columns).map((column, place) => (
                  <th scope="col" class={place < 2 ? 'word' : undefined}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {journeys.map(({ journey, lastAt, visits, device }) => (
                <tr>
                  <th scope="row">
                    <a href={link(sitePath(view.site, 'journeys', journey), { lang: view.lang })}>
                      {words.shown.open}
                      <span class="unseen"> {journey}</span>
                    </a>
                  </th>
                  <td class="word">
                    <Moment iso={lastAt} asOf={view.asOf} voice={voice} />
                  </td>
                  <td>{text.units.visits(visits, format.count(visits))}</td>
                  <td>{device === null ? '–' : valueName('device', device, voice)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </section>
  );
}
