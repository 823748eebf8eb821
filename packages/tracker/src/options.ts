import type { DropReason } from './queue/queue.ts';

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
   * Longest time a touchpoint waits to be sent along with others, in milliseconds, from 0 to 1000.
   *
   * An order is sent at once, and so is what waits when the page is left.
   *
   * @default 500
   */
  maxDelayMs?: number;

  /**
   * Count page views by themselves: at load, when the address changes to another path, and when
   * the page comes back from the back/forward cache. With `false`, call `page()`.
   *
   * @default true
   */
  pageViews?: boolean;

  /**
   * Name of the global data layer whose e-commerce events are taken, or `false` to take none.
   *
   * @default 'dataLayer'
   */
  dataLayer?: string | false;

  /**
   * Store and send nothing until `consent('granted')`, now or on an earlier page. Touchpoints wait
   * in memory, and are lost with the page.
   *
   * @default false
   */
  requireConsent?: boolean;

  /**
   * Told about touchpoints that were given up: too many waited, they waited for more than 7 days,
   * or the collector turned them down. Called outside the current task; what it throws is ignored.
   */
  onDrop?: (dropped: { count: number; reason: DropReason }) => void;
}

export type Settings = Required<TrackerOptions>;

/** What a tracker does unless told otherwise. */
export const DEFAULTS: Omit<Settings, 'site' | 'endpoint'> = {
  maxDelayMs: 500,
  pageViews: true,
  dataLayer: 'dataLayer',
  requireConsent: false,
  onDrop: () => {},
};

/** @throws {TypeError} If an option is missing or of a wrong kind: see there. */
export function resolveOptions(options: TrackerOptions): Settings {
  const settings: Settings = { ...DEFAULTS, ...defined(options) };
  const { site, endpoint, maxDelayMs, pageViews, dataLayer, requireConsent, onDrop } = settings;

  expect('site', 'a text of 1 to 64 characters', site, isText(site) && site.length <= 64);
  expect('endpoint', 'an absolute http(s) URL', endpoint, isHttpUrl(endpoint));
  expect(
    'maxDelayMs',
    'a number of milliseconds from 0 to 1000',
    maxDelayMs,
    typeof maxDelayMs === 'number' && maxDelayMs >= 0 && maxDelayMs <= 1000,
  );
  expect('pageViews', 'true or false', pageViews, typeof pageViews === 'boolean');
  expect(
    'dataLayer',
    'the name of a global variable, or false',
    dataLayer,
    dataLayer === false || isText(dataLayer),
  );
  expect('requireConsent', 'true or false', requireConsent, typeof requireConsent === 'boolean');
  expect('onDrop', 'a function', onDrop, typeof onDrop === 'function');
  return settings;
}

function expect(name: string, expected: string, got: unknown, isRight: boolean): void {
  if (isRight) return;
  const shown = typeof got === 'function' ? 'a function' : (JSON.stringify(got) ?? String(got));
  throw new TypeError(`[cartograph] Expected \`${name}\` to be ${expected}, got ${shown}`);
}

/** `{ dataLayer: undefined }` means the default, too. */
function defined(options: TrackerOptions): TrackerOptions {
  const entries = Object.entries(options ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as unknown as TrackerOptions;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isHttpUrl(value: unknown): boolean {
  return typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value);
}
