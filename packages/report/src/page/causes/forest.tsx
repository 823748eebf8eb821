/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Candidate, CausesReport, Estimate } from '../../causes/causesReport.ts';
import type { CausesVoice } from './causesVoice.ts';
import { ForestRow, type ForestRowProps } from './forestRow.tsx';
import { type LogScale, logScale } from './logScale.ts';

/** Rows of a step that are drawn; the table has them all. */
const ROWS = 12;

type Row = Pick<ForestRowProps, 'candidate' | 'estimate' | 'verdict' | 'alone'>;

/** Every tested thing with its ratio and interval, in the order of the checkout, on one scale. */
export function Forest({ report, voice }: { report: CausesReport; voice: CausesVoice }) {
  const { words, where, carts, format } = voice;
  const { forest } = words;
  const rows = rowsOf(report);
  const scale = logScale(
    rows.flatMap(({ estimate, alone }) => [estimate, ...(alone ? [alone] : [])]),
  );
  const steps = report.steps.flatMap((step) => {
    const own = rows.filter(({ candidate }) => candidate.step === step.step).slice(0, ROWS);
    return own.length > 0 ? [{ step, own }] : [];
  });
  return (
    <section class="forest" aria-labelledby="forest-heading">
      <h2 id="forest-heading">{forest.heading}</h2>
      <p class="intro">{forest.intro}</p>
      <ul class="legend">
        {(['ranked', 'explained', 'unproven'] as const)
          .filter((verdict) => rows.some((row) => row.verdict === verdict))
          .map((verdict) => (
            <li>
              <svg class={`forest-key forest-${verdict}`} width="28" height="12" aria-hidden="true">
                <line x1="1" x2="27" y1="6" y2="6" />
                <circle cx="14" cy="6" r="4.5" />
              </svg>
              {forest.legend[verdict]}
            </li>
          ))}
      </ul>
      {steps.map(({ step, own }) => (
        <ForestStep name={where(step.step)} rows={own} scale={scale} voice={voice}>
          {forest.step(carts(step.carts), format.count(step.stopped))}
        </ForestStep>
      ))}
    </section>
  );
}

function ForestStep({
  name,
  rows,
  scale,
  voice,
  children,
}: {
  name: string;
  rows: readonly Row[];
  scale: LogScale;
  voice: CausesVoice;
  children: string;
}) {
  return (
    <div class="forest-step">
      <h3 class="sentence">{name}</h3>
      <p class="quiet">{children}</p>
      <div class="forest-axis">
        <svg width="100%" height="22" aria-hidden="true">
          {scale.ticks.map((tick) => (
            <text x={scale.x(tick)} y="16">
              {voice.format.count(tick)}
            </text>
          ))}
        </svg>
        <span class="quiet">{voice.words.forest.axis}</span>
      </div>
      <ul>
        {rows.map((row) => (
          <ForestRow {...row} scale={scale} voice={voice} />
        ))}
      </ul>
    </div>
  );
}

/** Strongest evidence first. */
function rowsOf({ ranked, explained, unproven }: CausesReport): Row[] {
  const tested = (candidates: readonly Candidate[], verdict: Row['verdict']): Row[] =>
    candidates.flatMap((candidate) =>
      candidate.q !== null && candidate.adjusted
        ? [{ candidate, estimate: candidate.adjusted, verdict }]
        : [],
    );
  const aloneOf = new Map<Candidate, Estimate>(explained.map((each) => [each, each.alone]));
  return [
    ...tested(ranked, 'ranked'),
    ...tested(explained, 'explained').map((row) => ({ ...row, alone: aloneOf.get(row.candidate) })),
    ...tested(unproven, 'unproven'),
  ];
}
