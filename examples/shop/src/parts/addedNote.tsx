/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { type Line, nameOf } from '../cart/line.ts';

export type Added = { line: Line } | { problem: string };

export function AddedNote({ added }: { added: Added }) {
  if ('problem' in added) return <p class="note note-bad">{added.problem}</p>;
  const { line } = added;
  return (
    <div class="note note-good">
      <p>
        In your cart: {line.quantity} × {nameOf(line)}
      </p>
      <p class="note-links">
        <a href="/cart">View cart</a>
        <a href="/checkout/contact">Check out</a>
      </p>
    </div>
  );
}
