/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { countOf, type Line } from '../cart/line.ts';

export function CartLabel({ lines }: { lines: readonly Line[] }) {
  const count = countOf(lines);
  return (
    <>
      Cart{' '}
      <span class="count" data-empty={count === 0 ? '' : undefined}>
        {count}
        <span class="sr-only">{count === 1 ? ' item' : ' items'}</span>
      </span>
    </>
  );
}
