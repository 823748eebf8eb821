/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { STAGES } from '@cartograph/journey';
import type { MapReport } from '../../map/mapReport.ts';
import type { Voice } from '../voice.ts';
import type { Words } from './en.ts';
import { type Place, smoothArea } from './smoothPath.ts';

/** Of the height, in percent: half of what the widest water takes. */
const HALF = 36;

/** A little less: where two waters would share an edge, the lower one must not shine through. */
const under = (journeys: number) => 0.97 * journeys;

/** Where in its column, from 0 to 1, a stage's stretch begins and ends. */
const BEGINS = 0.3;
const ENDS = 0.72;

/**
 * The way of the shoppers as a stream. Its width at each stage is to scale: journeys that reached it,
 * those of them that went on, carts left behind, and the deep channel of those who order in the end.
 */
export function StreamChart({
  report,
  words,
  voice: { format },
}: {
  report: MapReport;
  words: Words;
  voice: Voice;
}) {
  const { stages, orders, journeys } = report;
  const most = Math.max(1, ...stages.map(({ reached }) => reached));
  const half = (count: number) => (HALF * count) / most;
  const goesOn = (index: number) => {
    const { stage, reached, onward } = stages[index]!;
    return beforeOrder(stage) && onward ? onward.journeys : reached;
  };
  const leftAt = (index: number) => stages[index]!.opportunity.left?.carts ?? 0;
  const water = (at: (index: number) => readonly [begins: number, ends: number]) => {
    const edge = stages.flatMap((_, index): Place[] => {
      const [begins, ends] = at(index);
      return [
        [(index + BEGINS) * 100, half(begins)],
        [(index + ENDS) * 100, half(ends)],
      ];
    });
    const all: Place[] = [[0, edge[0]![1]], ...edge, [stages.length * 100, edge.at(-1)![1]]];
    return smoothArea(
      all.map(([x, y]) => [x, 50 - y]),
      all.map(([x, y]) => [x, 50 + y]),
    );
  };
  const reached = (index: number) => stages[index]!.reached;
  const core = (index: number) => (beforeOrder(stages[index]!.stage) ? orders : reached(index));

  return (
    <svg class="voyage-stream" role="img" aria-label={words.stream.label}>
      <desc>
        {words.stream.description(
          words.journeys(journeys, format.count(journeys)),
          format.count(orders),
        )}
      </desc>
      <svg
        viewBox="0 0 700 100"
        preserveAspectRatio="none"
        width="100%"
        height="100%"
        aria-hidden="true"
      >
        <path class="water-ends" d={water((i) => [reached(i), reached(i)])} />
        <path
          class="water-left"
          d={water((i) => [
            under(reached(i)),
            leftAt(i) > 0 ? Math.min(reached(i), goesOn(i) + leftAt(i)) : under(goesOn(i)),
          ])}
        />
        <path class="water-on" d={water((i) => [reached(i), goesOn(i)])} />
        <path class="water-orders" d={water((i) => [core(i), core(i)])} />
        <line class="course" x1="0" x2="700" y1="50" y2="50" />
      </svg>
      {stages.map((stage, index) => (
        <>
          <circle class="waypoint" cx={`${middle(index)}%`} cy="50%" r="4" />
          {leftAt(index) > 0 && (
            <text
              class="stream-left"
              x={`${middle(index)}%`}
              y={`${(50 + half(stage.reached)).toFixed(2)}%`}
              dy="1.2em"
            >
              {words.stream.left(format.count(leftAt(index)))}
            </text>
          )}
        </>
      ))}
      <text
        class="stream-orders"
        x={`${middle(STAGES.indexOf('order'))}%`}
        y={`${(50 + half(orders)).toFixed(2)}%`}
        dy="1.3em"
      >
        {words.stream.orders}
      </text>
    </svg>
  );
}

/** The middle of a column, in percent of all. */
export function middle(index: number): string {
  return (((index + 0.5) / STAGES.length) * 100).toFixed(3);
}

function beforeOrder(stage: (typeof STAGES)[number]): boolean {
  return STAGES.indexOf(stage) < STAGES.indexOf('order');
}
