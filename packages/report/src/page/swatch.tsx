/** @jsxRuntime automatic @jsxImportSource hono/jsx */

/** A sample of what a chart is drawn with. */
export function Swatch({ of }: { of: string }) {
  return (
    <svg class="swatch" viewBox="0 0 10 10" aria-hidden="true">
      <rect class={`is-${of}`} x="0.5" y="0.5" width="9" height="9" />
    </svg>
  );
}
