/** @jsxRuntime automatic */
/** @jsxImportSource react */
import type { Consent } from '@cartograph/tracker';
import type { ReactNode } from 'react';
import { Cartograph } from './cartograph.tsx';

/** `app/layout.tsx`. What the shopper decided comes from your banner: here from a prop, for short. */
export default function RootLayout({
  children,
  consent,
}: {
  children?: ReactNode;
  consent?: Consent;
}) {
  return (
    <html lang="en">
      <body>
        <Cartograph consent={consent} />
        {children}
      </body>
    </html>
  );
}
