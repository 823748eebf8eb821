/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { CausesReport } from '../../causes/causesReport.ts';
import { ScrollBox } from '../scrollBox.tsx';
import { stepName } from '../stepNames.ts';
import type { CausesVoice } from './causesVoice.ts';

/** Anyone can make names up: the file has them all. */
const SHOWN = 50;

/** What is not ranked, and why not. */
export function UnprovenTable({ report, voice }: { report: CausesReport; voice: CausesVoice }) {
  const { text, format, words, name, ratio, ends } = voice;
  const { unproven } = words;
  const { columns } = unproven;
  const shown = report.unproven.slice(0, SHOWN);
  const all = format.count(report.unproven.length);
  return (
    <section aria-labelledby="unproven-heading">
      <h2 id="unproven-heading">{unproven.heading}</h2>
      <p class="intro">
        {report.unproven.length > 0 && unproven.intro(all)}{' '}
        {report.rare > 0 && unproven.rare(report.rare, format.count(report.rare))}
      </p>
      {shown.length > 0 && (
        <details id="unproven-table">
          <summary>{unproven.table}</summary>
          <ScrollBox label={unproven.heading}>
            <table class="data">
              <caption>
                {unproven.unit}
                {shown.length < report.unproven.length &&
                  `. ${unproven.some(format.count(shown.length), all)}`}
              </caption>
              <thead>
                <tr>
                  <th scope="col">{columns.what}</th>
                  <th scope="col" class="word">
                    {columns.step}
                  </th>
                  <th scope="col">{columns.exposed}</th>
                  <th scope="col">{columns.stopped}</th>
                  <th scope="col">{columns.others}</th>
                  <th scope="col">{columns.othersStopped}</th>
                  <th scope="col">{columns.ratio}</th>
                  <th scope="col">{columns.interval}</th>
                  <th scope="col" class="word">
                    {columns.doubt}
                  </th>
                </tr>
              </thead>
              <tbody>
                {shown.map(({ what, step, exposed, unexposed, adjusted, doubt }) => (
                  <tr>
                    <th scope="row">{name(what)}</th>
                    <td class="word">{stepName(step, text)}</td>
                    <td>{format.count(exposed.carts)}</td>
                    <td>{format.count(exposed.stopped)}</td>
                    <td>{format.count(unexposed.carts)}</td>
                    <td>{format.count(unexposed.stopped)}</td>
                    <td>{adjusted ? ratio(adjusted.value) : '–'}</td>
                    <td>{adjusted ? ends(adjusted).join('–') : '–'}</td>
                    <td class="word">{unproven.doubts[doubt]}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        </details>
      )}
    </section>
  );
}
