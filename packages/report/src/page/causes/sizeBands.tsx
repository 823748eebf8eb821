/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { SizeBand } from '../../causes/causesReport.ts';
import type { CausesVoice } from './causesVoice.ts';
import { RateBar } from './rateBars.tsx';

/** How many were left by how much the price rose; nothing where there is but one band. */
export function SizeBands({ sizes, voice }: { sizes: readonly SizeBand[]; voice: CausesVoice }) {
  if (sizes.length < 2) return null;
  const { ranked } = voice.words;
  return (
    <div class="bars">
      <p class="quiet">{ranked.sizes}</p>
      <dl>
        {sizes.map((band) => (
          <RateBar name={bandName(band, voice)} group={band.exposed} look="is-left" voice={voice} />
        ))}
      </dl>
    </div>
  );
}

function bandName({ from, to }: SizeBand, { format, words }: CausesVoice): string {
  const percent = format.axisPercent;
  if (to === null) return words.ranked.over(percent(from));
  return from === 0
    ? words.ranked.under(percent(to))
    : words.ranked.between(percent(from), percent(to));
}
