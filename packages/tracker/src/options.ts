export interface TrackerOptions {
  /** Public id of the site at the collector, of 1 to 64 characters. */
  site: string;

  /**
   * Absolute `http(s)` URL that batches are posted to. May be on another origin.
   *
   * @example 'https://c.shop.example/v1/touchpoints'
   */
  endpoint: string;

  /**
   * Name of the global data layer whose e-commerce events are taken, or `false` to take none.
   *
   * @default 'dataLayer'
   */
  dataLayer?: string | false | undefined;

  /**
   * Store and send nothing until `consent('granted')`, now or on an earlier page. Touchpoints wait
   * in memory, and are lost with the page.
   *
   * @default false
   */
  requireConsent?: boolean | undefined;

  /**
   * Give nobody an id: the collector makes one for the day, which nothing joins with that of another
   * day, and `identify()` is ignored. With `requireConsent`, only until the shopper has consented. A
   * browser that sends Global Privacy Control is always treated so.
   *
   * @default false
   */
  cookieless?: boolean | undefined;

  /**
   * Whether pages are seen without being told: at load, and whenever the address changes. A sandbox
   * that has no address of the shop's tells them itself.
   *
   * @default true
   */
  pageViews?: boolean | undefined;

  /**
   * Told how many touchpoints were given up: too many waited (1,000 are kept, orders before page
   * views), they waited for more than 7 days, or the collector turned them down.
   */
  onDrop?: ((count: number) => void) | undefined;
}

/**
 * @returns The same options.
 * @throws {TypeError} If one is missing or of a wrong kind: see there.
 */
export function checkOptions(options: TrackerOptions): TrackerOptions {
  const { site, endpoint, dataLayer, requireConsent, onDrop } = Object(options) as TrackerOptions;
  const isText = (value: unknown) => typeof value === 'string' && value.trim() !== '';

  expect('site', 'a text of 1 to 64 characters', site, isText(site) && site.length <= 64);
  expect('endpoint', 'an absolute http(s) URL', endpoint, isHttpUrl(endpoint));
  expect(
    'dataLayer',
    'the name of a global variable, or false',
    dataLayer,
    !dataLayer || isText(dataLayer),
  );
  expect(
    'requireConsent',
    'true or false',
    requireConsent,
    requireConsent === undefined || typeof requireConsent === 'boolean',
  );
  expect('onDrop', 'a function', onDrop, onDrop === undefined || typeof onDrop === 'function');
  return options;
}

function expect(name: string, expected: string, got: unknown, isRight: boolean): void {
  if (isRight) return;
  const shown = typeof got === 'string' ? JSON.stringify(got) : String(got);
  throw new TypeError(`[cartograph] Expected \`${name}\` to be ${expected}, got ${shown}`);
}

function isHttpUrl(value: unknown): boolean {
  try {
    return typeof value === 'string' && /^https?:$/.test(new URL(value).protocol);
  } catch {
    return false;
  }
}
