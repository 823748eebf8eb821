/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';

/** Holds what may be wider than the page. Can be scrolled with the keyboard too. No landmark: it is within one. */
export function ScrollBox({ label, children }: { label: string; children: Child }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: no field set, but a group.
    <div class="scroll" role="group" aria-label={label} tabindex={0}>
      {children}
    </div>
  );
}
