import { whenActivated } from './browser/whenActivated.ts';
import { takeCommands } from './capture/commandQueue.ts';
import { oncePerPage } from './oncePerPage.ts';

/** By then the first touchpoints are sent. */
const IDLE_MS = 600;

/**
 * The script tag is the configuration: `data-site`, and where they differ from the defaults
 * `data-endpoint`, `data-data-layer` and `data-require-consent`.
 */
try {
  // A module has no current script.
  const { dataset, src } = (document.currentScript ??
    document.querySelector('[data-site]')) as HTMLScriptElement;
  const { site, endpoint = '/v1/touchpoints', dataLayer, requireConsent, cookieless } = dataset;
  if (!site) throw Error('no data-site');
  const absolute = (url: string) => new URL(url, src || location.href).href;
  const tracker = oncePerPage({
    site,
    endpoint: absolute(endpoint),
    dataLayer,
    requireConsent: requireConsent != null,
    cookieless: cookieless != null,
  });
  takeCommands(tracker);
  whenActivated(() =>
    setTimeout(() => {
      // Where the page's policy forbids it, or the network fails, we do without.
      import(absolute('watch.js')).then(
        (chunk) => chunk.watch(tracker, dataset),
        () => {},
      );
    }, IDLE_MS),
  );
} catch (error) {
  console.warn(error);
}
