import { secureHeaders } from 'hono/secure-headers';

/**
 * Only our own files, and the tracker's: a shop with a strict policy needs one origin more for
 * Cartograph, and nothing inline.
 */
export function securityHeaders(trackerUrl: string) {
  const tracker = URL.canParse(trackerUrl) ? [new URL(trackerUrl).origin] : [];
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'", ...tracker],
      connectSrc: ["'self'", ...tracker],
      objectSrc: ["'none'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    // The default, `no-referrer`, would hide the shop's own pages from its analytics.
    referrerPolicy: 'strict-origin-when-cross-origin',
    // The shop is served over plain HTTP on the developer's own machine.
    strictTransportSecurity: false,
  });
}
