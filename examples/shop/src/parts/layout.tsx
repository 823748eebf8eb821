/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { ShopEvent } from '../events/shopEvent.ts';
import type { Session } from '../session/session.ts';
import type { ShopOptions } from '../shopEnv.ts';
import { Footer } from './footer.tsx';
import { ShopHeader } from './shopHeader.tsx';

interface LayoutProps {
  shop: ShopOptions;
  session: Session;
  title: string;
  header: Child;
  events: readonly ShopEvent[];
  children?: Child;
}

const STYLES = ['base', 'controls', 'frame', 'shelf', 'product', 'cart', 'checkout'];

export function Layout({ shop, session, title, header, events, children }: LayoutProps) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title} · Fathom &amp; Fold</title>
        <meta
          name="description"
          content="Maps, paper and small instruments for finding your way. A demo shop."
        />
        <link rel="icon" type="image/svg+xml" href="/pictures/mark.svg" />
        {STYLES.map((name) => (
          <link rel="stylesheet" href={`/assets/${name}.css`} />
        ))}
        <script src="/assets/start.js"></script>
        <script async src={shop.trackerUrl} data-site={shop.siteId}></script>
        <script type="module" src="/assets/shop.js"></script>
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to content
        </a>
        {header ?? <ShopHeader session={session} />}
        <main id="main" tabindex={-1}>
          {children}
        </main>
        <Footer reportUrl={shop.reportUrl} />
        <Json id="events" value={events} />
      </body>
    </html>
  );
}

/** Data for the page script. `<` is escaped, so that no text can end the element. */
function Json({ id, value }: { id: string; value: unknown }) {
  const json = JSON.stringify(value).replaceAll('<', '\\u003c');
  return (
    <script type="application/json" id={id} dangerouslySetInnerHTML={{ __html: json }}></script>
  );
}
