/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { PathNode, PathsReport } from '../../paths/paths.ts';
import { link } from '../link.ts';
import type { ReportView } from '../reportView.ts';
import { ScrollBox } from '../scrollBox.tsx';
import type { Voice } from '../voice.ts';
import { nodeName } from './nodeName.ts';
import { sankeyLayout } from './sankeyLayout.ts';
import { shortened } from './shortened.ts';
import { pathWords } from './words.ts';

/** Columns that fit into a page; more of them are scrolled. */
const PAGE_COLUMNS = 6;

/** The paths to scale, from left to right in the order of time. Every step leads to its own paths. */
export function SankeyChart({
  report,
  view,
  voice,
}: {
  report: PathsReport;
  view: ReportView;
  voice: Voice;
}) {
  const { format, locale } = voice;
  const words = pathWords(locale);
  const back = report.root?.direction === 'to';
  const { width, height, nodeWidth, columns, letters, nodes, flows } = sankeyLayout(report);

  const name = (node: PathNode) => nodeName(node, { voice, back });
  const inJourneys = (n: number) => words.journeys(n, format.count(n));
  const share = (n: number) => format.percent(n / report.journeys);
  const hrefOf = (step: string) => {
    const { from_step: _, to_step: __, ...others } = view.query;
    return link('', { ...others, lang: view.lang, [back ? 'to_step' : 'from_step']: step });
  };
  const position = (column: number) => {
    const away = columns.length - 1 - column;
    if (!back) return words.chart.position(column + 1);
    return away === 0 ? '' : words.chart.before(away);
  };
  const isGood = ({ kind, step }: PathNode) => kind === 'ordered' || step === 'purchase';

  return (
    <ScrollBox label={words.chart.heading}>
      <svg
        class={columns.length > PAGE_COLUMNS ? 'sankey is-wide' : 'sankey'}
        width={width}
        viewBox={`0 0 ${width} ${height.toFixed(0)}`}
        aria-label={words.chart.label(inJourneys(report.journeys), format.count(columns.length))}
      >
        {columns.map((x, column) => (
          <text class="sankey-position" x={x.toFixed(1)} y="14">
            {position(column)}
          </text>
        ))}
        <g fill="none">
          {flows.map(({ flow, path, width: thick }) => {
            const [source, target] = [report.nodes[flow.source]!, report.nodes[flow.target]!];
            const kind = isGood(target) ? 'ordered' : target.kind;
            return (
              <path
                class={`sankey-flow to-${kind}`}
                d={path}
                stroke-width={Math.max(thick, 0.75).toFixed(2)}
              >
                <title>
                  {words.chart.flow(
                    name(source),
                    name(target),
                    inJourneys(flow.journeys),
                    share(flow.journeys),
                  )}
                </title>
              </path>
            );
          })}
        </g>
        {nodes.map(({ node, x, y, height: tall }) => {
          const full = name(node);
          const [left, middle] = [x + nodeWidth + 7, y + tall / 2];
          const returns = node.returns > 0 ? ` ↩ ${format.count(node.returns)}` : '';
          const figures = `${format.count(node.journeys)} · ${share(node.journeys)}${returns}`;
          const follow = back ? words.chart.back(full) : words.chart.follow(full);
          const drawn = (
            <>
              <title>
                {[
                  words.chart.node(full, inJourneys(node.journeys), share(node.journeys)),
                  node.returns > 0 && words.chart.returns(format.count(node.returns)),
                  node.kind === 'step' && follow,
                ]
                  .filter(Boolean)
                  .join('. ')}
              </title>
              <rect
                class={`sankey-node is-${isGood(node) ? 'ordered' : node.kind}`}
                x={x.toFixed(1)}
                y={y.toFixed(1)}
                width={nodeWidth}
                height={Math.max(tall, 1.5).toFixed(1)}
              />
              <text class="sankey-name" x={left.toFixed(1)} y={(middle - 3).toFixed(1)}>
                {shortened(full, letters)}
              </text>
              <text class="sankey-count" x={left.toFixed(1)} y={(middle + 13).toFixed(1)}>
                {figures}
              </text>
            </>
          );
          if (node.kind !== 'step') return <g>{drawn}</g>;
          return <a href={hrefOf(node.step)}>{drawn}</a>;
        })}
      </svg>
    </ScrollBox>
  );
}
