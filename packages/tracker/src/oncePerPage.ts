import { createTracker } from './createTracker.ts';
import type { TrackerOptions } from './options.ts';
import type { Tracker } from './tracker.ts';

/**
 * The page's one tracker of a site. Kept on the page, not in a module: the script may be included
 * twice, or beside a bundle with a copy of its own.
 */
export function oncePerPage(options: TrackerOptions): Tracker {
  const page = window as unknown as Record<string, Tracker>;
  const key = `cartograph:${options.site}`;
  const tracker = page[key] ?? createTracker(key, options, () => delete page[key]);
  page[key] = tracker;
  return tracker;
}
