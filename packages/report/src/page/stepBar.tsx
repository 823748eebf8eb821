/** @jsxRuntime automatic @jsxImportSource hono/jsx */

export type StepPart = 'continued' | 'skipped' | 'emptied' | 'open' | 'left' | 'ordered';

/**
 * One stretch of the stream, to scale: who got here, by what became of them, and below it who is
 * still on the way. The figures beside it say the same in words.
 */
export function StepBar({
  all,
  parts,
  onward,
  leads,
}: {
  /** Carts that the full width stands for. */
  all: number;
  /** From left to right, in carts. */
  parts: readonly [part: StepPart, carts: number][];
  /** Carts still on the way below. */
  onward: number;
  /** Draws a line from what is left to the figures beside it. */
  leads?: boolean;
}) {
  const x = (carts: number) => (all === 0 ? '0' : ((carts / all) * 1000).toFixed(2));
  let before = 0;
  return (
    <div class="step-stream">
      <svg class="step-bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
        {parts.map(([part, carts]) => {
          const start = before;
          before += carts;
          if (carts === 0) return null;
          return <rect class={`is-${part}`} x={x(start)} y="0" width={x(carts)} height="10" />;
        })}
        {leads && <line class="step-leader" x1={x(before)} x2="1000" y1="5" y2="5" />}
      </svg>
      <svg class="step-onward" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
        <rect class="is-onward" x="0" y="0" width={x(onward)} height="10" />
      </svg>
    </div>
  );
}
