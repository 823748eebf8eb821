/** @jsxRuntime automatic */
/** @jsxImportSource react */
import type { Consent } from '@cartograph/tracker';
import { StrictMode, useEffect, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import RootLayout from '../src/next/app/layout.tsx';
import Page from '../src/next/app/page.tsx';

/** What Next does in the browser with what its server has rendered. */
function InBrowser() {
  const [consent, decide] = useState<Consent>();
  useEffect(() => {
    Object.assign(window, { decide });
  }, []);
  return (
    <RootLayout {...(consent && { consent })}>
      <Page />
    </RootLayout>
  );
}

hydrateRoot(
  document,
  <StrictMode>
    <InBrowser />
  </StrictMode>,
);
