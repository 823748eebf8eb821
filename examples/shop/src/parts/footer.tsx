/** @jsxRuntime automatic @jsxImportSource hono/jsx */
export function Footer({ reportUrl }: { reportUrl: string | undefined }) {
  return (
    <footer class="footer">
      <div class="neatline" />
      <div class="footer-inner">
        <p class="footer-demo">
          <strong>This is a demo shop.</strong> Nothing is for sale, nothing is sent and nothing is
          charged. Please make up every name, address and card: what you type is forgotten when the
          shop is restarted.
        </p>
        <p>
          <a href="/features">Try every feature of the tracker</a>
        </p>
        {reportUrl && (
          <p>
            <a class="report-link" href={reportUrl}>
              See this journey in Cartograph
            </a>
          </p>
        )}
        <p class="footer-place">41° 09′ N · 8° 37′ W · scale 1 : 1, weather permitting</p>
      </div>
    </footer>
  );
}
