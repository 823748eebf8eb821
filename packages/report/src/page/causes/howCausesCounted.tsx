/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { CausesVoice } from './causesVoice.ts';

/** The words of the page, and what exactly each one counts. */
export function HowCausesCounted({ voice }: { voice: CausesVoice }) {
  const { how } = voice.words;
  return (
    <details class="how" id="how">
      <summary>
        <h2>{how.heading}</h2>
      </summary>
      <p>{how.unit}</p>
      <dl>
        {how.terms.map(([term, meaning]) => (
          <div>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
