/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { AbandonmentReport } from '../abandonment.ts';
import type { Voice } from './voice.ts';

/** The words of the report, and what exactly each one counts. */
export function HowCounted({ report, voice }: { report: AbandonmentReport; voice: Voice }) {
  const { text, format } = voice;
  const silence = format.duration(report.abandonedAfterMinutes * 60, 'long');
  return (
    <details class="how" id="how">
      <summary>
        <h2>{text.how.heading}</h2>
      </summary>
      <p>{text.how.unit}</p>
      <dl>
        {text.how.terms(silence).map(([term, meaning]) => (
          <div>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
