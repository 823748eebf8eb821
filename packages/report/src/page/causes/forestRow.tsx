/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Candidate, Estimate } from '../../causes/causesReport.ts';
import type { CausesVoice } from './causesVoice.ts';
import type { LogScale } from './logScale.ts';

export interface ForestRowProps {
  candidate: Candidate;
  estimate: Estimate;
  verdict: 'ranked' | 'explained' | 'unproven';
  /** Before other things that were met were held equal. */
  alone?: Estimate | undefined;
  scale: LogScale;
  voice: CausesVoice;
}

/** One thing that was met: a dot for its ratio, a line for the interval, and the same in words. */
export function ForestRow({ candidate, estimate, verdict, alone, scale, voice }: ForestRowProps) {
  const { words, name, ratio, ends, carts } = voice;
  const { x } = scale;
  const { value, low, high } = estimate;
  return (
    <li class={`forest-row forest-${verdict}`}>
      <p class="forest-name">
        {name(candidate.what)}{' '}
        <span class="quiet">{words.forest.exposed(carts(candidate.exposed.carts))}</span>
      </p>
      <svg width="100%" height="28" aria-hidden="true">
        {scale.ticks.map((tick) => (
          <line
            class={tick === 1 ? 'forest-one' : 'grid'}
            x1={x(tick)}
            x2={x(tick)}
            y1="0"
            y2="28"
          />
        ))}
        <line class="forest-interval" x1={x(low)} x2={x(high)} y1="14" y2="14" />
        {scale.isBeyond(high) && (
          <text class="forest-beyond" x="100%" y="19">
            ›
          </text>
        )}
        {alone && <circle class="forest-alone" cx={x(alone.value)} cy="14" r="5" />}
        <circle class="forest-dot" cx={x(value)} cy="14" r="5" />
      </svg>
      <p class="forest-figure">
        {words.forest.row(ratio(value), ...ends(estimate))}
        {alone && <span class="quiet"> {words.forest.alone(ratio(alone.value))}</span>}
      </p>
    </li>
  );
}
