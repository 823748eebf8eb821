/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Cause, Group } from '../../causes/causesReport.ts';
import type { CausesVoice } from './causesVoice.ts';

/** How many were left of the carts that met it, and of those that did not: two bars from 0 to 100 %. */
export function RateBars({ cause, voice }: { cause: Cause; voice: CausesVoice }) {
  const { ranked } = voice.words;
  return (
    <div class="bars">
      <p class="quiet">{ranked.barLabel}</p>
      <dl>
        <RateBar name={ranked.met} group={cause.exposed} look="is-left" voice={voice} />
        <RateBar name={ranked.unmet} group={cause.unexposed} look="is-rest" voice={voice} />
      </dl>
    </div>
  );
}

export function RateBar({
  name,
  group,
  look,
  voice,
}: {
  name: string;
  group: Group;
  look: 'is-left' | 'is-rest';
  voice: CausesVoice;
}) {
  const { format, words, carts } = voice;
  const rate = group.carts === 0 ? 0 : group.stopped / group.carts;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <svg class="bar-rate" width="100%" height="10" aria-hidden="true">
          <rect class="bar-all" width="100%" height="10" />
          <rect class={look} width={`${(rate * 100).toFixed(2)}%`} height="10" />
        </svg>
        {words.ranked.share(format.percent(rate), carts(group.carts))}
      </dd>
    </div>
  );
}
