/** @jsxRuntime automatic @jsxImportSource hono/jsx */
export function NotFoundPage() {
  return (
    <div class="empty">
      <img src="/pictures/mark.svg" alt="" width="72" height="72" />
      <h1>Off the map</h1>
      <p>There is nothing at this address. You may have drawn it yourself.</p>
      <p>
        <a class="button" href="/">
          Back to the shelves
        </a>
      </p>
    </div>
  );
}
