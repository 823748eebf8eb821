/** @jsxRuntime automatic @jsxImportSource hono/jsx */

/** The mark: a way that ends at a cross. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
      <path class="mark-way" d="M4 27C4 15 15 21 15 12" />
      <path class="mark-cross" d="M17 3L27 13M27 3L17 13" />
    </svg>
  );
}
