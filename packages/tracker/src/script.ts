import { takeCommands } from './capture/commandQueue.ts';
import { oncePerPage } from './oncePerPage.ts';

/**
 * The script tag is the configuration: `data-site`, and where they differ from the defaults
 * `data-endpoint`, `data-data-layer` and `data-require-consent`.
 */
try {
  // A module has no current script.
  const { dataset, src } = (document.currentScript ??
    document.querySelector('script[data-site]')) as HTMLScriptElement;
  const { site, endpoint = '/v1/touchpoints', dataLayer, requireConsent } = dataset;
  if (!site) throw Error('cartograph: no data-site');
  takeCommands(
    oncePerPage({
      site,
      endpoint: new URL(endpoint, src || location.href).href,
      dataLayer,
      requireConsent: requireConsent != null,
    }),
  );
} catch (error) {
  console.error(error);
}
