/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { MapReport, StageReport } from '../../map/mapReport.ts';
import type { Voice } from '../voice.ts';
import type { Words } from './en.ts';
import { frictionShown } from './frictionShown.ts';
import { type Place, smoothArea, smoothPath } from './smoothPath.ts';
import { middle } from './streamChart.tsx';

/** Where the surface lies and where the scale ends, in percent of the height. */
const SURFACE = 15;
const BOTTOM = 70;

/**
 * The emotional curve: friction per 100 journeys, stage by stage, with its interval. The surface is
 * calm, 0; the deeper, the rougher. Stages that were not measured are a gap in it.
 */
export function FeelingChart({
  report,
  previous,
  words,
  voice: { format },
}: {
  report: MapReport;
  /** Drawn as a broken line. */
  previous: MapReport | undefined;
  words: Words;
  voice: Voice;
}) {
  const { stages } = report;
  const shown = (value: number) => frictionShown(value, format);
  const measured = [...stages, ...(previous?.stages ?? [])].map(({ friction }) => friction);
  const most = scaleTo(Math.max(...measured.map(({ high }) => high ?? 0)));
  const worst = Math.max(...stages.map(({ friction }) => friction.value ?? 0));
  const y = (value: number) => SURFACE + ((BOTTOM - SURFACE) * value) / most;
  const places = (run: readonly Spot[], of: 'value' | 'low' | 'high') =>
    run.map((spot): Place => [(spot.index + 0.5) * 100, y(spot[of])]);
  const surface = (run: readonly Spot[]) =>
    run.map((spot): Place => [(spot.index + 0.5) * 100, SURFACE]);
  const runs = runsOf(stages);
  const draw = (path: (run: readonly Spot[]) => string) => runs.map(path).join('');

  return (
    <svg class="voyage-feeling" role="img" aria-label={words.friction.label}>
      <svg
        viewBox="0 0 700 100"
        preserveAspectRatio="none"
        width="100%"
        height="100%"
        aria-hidden="true"
      >
        <path class="sea-under" d={draw((run) => smoothArea(surface(run), places(run, 'value')))} />
        <path class="band" d={draw((run) => smoothArea(places(run, 'high'), places(run, 'low')))} />
        <line class="surface" x1="0" x2="700" y1={SURFACE} y2={SURFACE} />
        <line class="sounding" x1="0" x2="700" y1={BOTTOM} y2={BOTTOM} />
        {previous && (
          <path
            class="curve-before"
            d={runsOf(previous.stages)
              .map((run) => smoothPath(places(run, 'value')))
              .join('')}
          />
        )}
        <path class="curve" d={draw((run) => smoothPath(places(run, 'value')))} />
      </svg>
      <text class="feeling-axis" x="0.4%" y={`${SURFACE}%`} dy="-0.5em">
        {words.friction.calm} 0
      </text>
      <text class="feeling-axis" x="0.4%" y={`${BOTTOM}%`} dy="1.2em">
        {words.friction.rough} {shown(most)}
      </text>
      {stages.map(({ friction }, index) =>
        friction.value === null ? (
          <text class="feeling-none" x={`${middle(index)}%`} y={`${SURFACE}%`} dy="1.6em">
            {words.friction.none}
          </text>
        ) : (
          <>
            <circle
              class={isWorst(friction.value) ? 'sounded is-worst' : 'sounded'}
              cx={`${middle(index)}%`}
              cy={`${y(friction.value).toFixed(2)}%`}
              r={isWorst(friction.value) ? 8 : 5}
            />
            <text
              class={isWorst(friction.value) ? 'feeling-value is-worst' : 'feeling-value'}
              x={`${middle(index)}%`}
              y={`${y(friction.value).toFixed(2)}%`}
              dy="1.35em"
            >
              {shown(friction.value)}
            </text>
          </>
        ),
      )}
    </svg>
  );

  function isWorst(value: number): boolean {
    return value > 0 && value === worst;
  }
}

interface Spot {
  index: number;
  value: number;
  low: number;
  high: number;
}

/** Stages next to each other that were measured. */
function runsOf(stages: readonly StageReport[]): Spot[][] {
  const runs: Spot[][] = [];
  stages.forEach(({ friction: { value, low, high } }, index) => {
    if (value === null || low === null || high === null) return;
    const run = runs.at(-1);
    if (run && run.at(-1)!.index === index - 1) run.push({ index, value, low, high });
    else runs.push([{ index, value, low, high }]);
  });
  return runs;
}

/** The next round number: 10, 20, 50, 100… */
export function scaleTo(most: number): number {
  const steps = [10, 20, 30, 40, 50, 60, 80, 100, 150, 200, 300, 400, 500];
  return steps.find((step) => step >= most) ?? 500;
}
