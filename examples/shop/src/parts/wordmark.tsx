/** @jsxRuntime automatic @jsxImportSource hono/jsx */
export function Wordmark() {
  return (
    <a class="wordmark" href="/">
      <img src="/pictures/mark.svg" alt="" width="36" height="36" />
      <span>Fathom &amp; Fold</span>
    </a>
  );
}
