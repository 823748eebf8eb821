import { quietly } from './browser/quietly.ts';
import { oncePerPage } from './oncePerPage.ts';
import { checkOptions, type TrackerOptions } from './options.ts';
import type { Tracker } from './tracker.ts';

/**
 * Starts tracking this page. A second start for the same site returns the tracker that runs.
 *
 * Outside a browser, where an app renders on its server, the tracker does nothing.
 *
 * @throws {TypeError} If an option is wrong. Nothing after start-up ever throws into the page.
 */
export function start(options: TrackerOptions): Tracker {
  const checked = checkOptions(options);
  if (typeof document === 'undefined') return IDLE;

  const tracker = oncePerPage(checked);
  return {
    ...tracker,
    track: quietly(tracker.track),
    identify: quietly(tracker.identify),
  };
}

const IDLE: Tracker = {
  track() {},
  page() {},
  identify() {},
  consent() {},
  reset() {},
  async flush() {},
  stop() {},
};
