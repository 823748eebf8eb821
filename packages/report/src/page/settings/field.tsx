/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';

/** A labelled field with its hint, and what was expected where it was filled in wrongly. */
export function Field({
  label,
  hint,
  problem,
  wide,
  children,
}: {
  label: string;
  hint?: string | undefined;
  problem?: string | undefined;
  /** Over the whole width of its form. */
  wide?: boolean;
  children: Child;
}) {
  return (
    <div class={wide ? 'field is-wide' : 'field'}>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is its child. */}
      <label>
        <b>{label}</b>
        {children}
      </label>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {hint && <p class="quiet">{hint}</p>}
    </div>
  );
}
