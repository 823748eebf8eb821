/** @jsxRuntime automatic */
/** @jsxImportSource react */
'use client';

import { type Consent, start, type Tracker } from '@cartograph/tracker';
import { useEffect } from 'react';

/** On the server it does nothing, so pages that render there may import it as well. */
export const tracker: Tracker = start({
  site: 'shop',
  endpoint: 'https://c.shop.example/v1/touchpoints',
  requireConsent: true,
});

/**
 * Goes into the root layout, once. Views of pages are seen as the router moves, so it needs neither
 * `usePathname()` nor `useSearchParams()`, and holds no page back from being rendered statically.
 */
export function Cartograph({ consent }: { consent: Consent | undefined }) {
  useEffect(() => {
    if (consent) tracker.consent(consent);
  }, [consent]);
  return null;
}
