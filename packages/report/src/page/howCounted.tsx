/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';

/** The words of a report, and what exactly each one counts. */
export function HowCounted({
  heading,
  unit,
  terms,
}: {
  heading: string;
  /** What is counted, in a sentence. */
  unit?: Child;
  /** Each a word, and what it means. */
  terms: readonly (readonly string[])[];
}) {
  return (
    <details class="how" id="how">
      <summary>
        <h2>{heading}</h2>
      </summary>
      {unit && <p>{unit}</p>}
      <dl>
        {terms.map(([term, meaning]) => (
          <div>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
