/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { PathsReport } from '../../paths/paths.ts';
import { wilson } from '../../wilson.ts';
import { ScrollBox } from '../scrollBox.tsx';
import type { Voice } from '../voice.ts';
import { nodeName } from './nodeName.ts';
import { pathWords } from './words.ts';

/** What the diagram shows, in figures. */
export function PathsTable({ report, voice }: { report: PathsReport; voice: Voice }) {
  const { format, locale } = voice;
  const { table, chart } = pathWords(locale);
  const back = report.root?.direction === 'to';
  const { summary, unit, ...columns } = table;
  return (
    <details id="paths-table">
      <summary>{summary}</summary>
      <ScrollBox label={summary}>
        <table class="data">
          <caption>{unit}</caption>
          <thead>
            <tr>
              {Object.values(columns).map((name, place) => (
                <th scope="col" class={place < 3 ? 'word' : undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {report.flows.map(({ source, target, journeys }) => {
              const [from, to] = [report.nodes[source]!, report.nodes[target]!];
              const { low, high } = wilson(journeys, report.journeys);
              return (
                <tr>
                  <td class="word">
                    {back ? chart.before(from.position) : chart.position(from.position + 1)}
                  </td>
                  <th scope="row">{nodeName(from, { voice, back })}</th>
                  <td class="word">{nodeName(to, { voice, back })}</td>
                  <td>{format.count(journeys)}</td>
                  <td>{format.percent(journeys / report.journeys)}</td>
                  <td>{low !== null && high !== null && format.percentRange(low, high)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollBox>
    </details>
  );
}
