import { onVisibility } from '../browser/onVisibility.ts';
import { quietly } from '../browser/quietly.ts';
import { selectorOf } from './selectorOf.ts';
import type { Tell } from './tell.ts';

/** Above the first a value needs improvement, above the second it is poor: https://web.dev/articles/vitals */
const THRESHOLDS = {
  LCP: [2500, 4000],
  INP: [200, 500],
  CLS: [0.1, 0.25],
  TTFB: [800, 1800],
};

type Name = keyof typeof THRESHOLDS;

interface Reading {
  value: number;
  target: string;
}

/** What the entries have beyond what TypeScript knows. */
interface Entry extends PerformanceEntry {
  /** `largest-contentful-paint` */
  element?: Element;
  /** `layout-shift`: worst first. */
  value: number;
  hadRecentInput?: boolean;
  sources?: { node?: Element }[];
  /** `event`, `first-input`: 0 for what is no interaction. */
  interactionId: number;
  /** `interaction-contentful-paint` */
  largestContentfulPaint?: { renderTime: number; element?: Element };
  /** `soft-navigation` */
  getLargestInteractionContentfulPaint?(): Entry | null;
  target?: Element;
}

/**
 * Core Web Vitals and the time to first byte, as the `web-vitals` library defines them (a test holds
 * the two against each other), in a fifth of its size.
 *
 * Each is told once a page, when the page is first hidden, and again only if it has got worse by a
 * rating since. A page that comes out of the back/forward cache is a new one; it was not fetched, and
 * has no TTFB. So is a page that an app moves on to, where the browser tells of such; elsewhere it counts
 * for the one that was loaded.
 */
export function vitals(tell: Tell): void {
  const { supportedEntryTypes: supported } = PerformanceObserver;
  const [load] = performance.getEntriesByType('navigation') as [
    PerformanceNavigationTiming & { activationStart?: number },
  ];
  const shownAt = load.activationStart ?? 0;

  const counted = performance as unknown as { interactionCount: number };

  let page: string;
  let readings: Partial<Record<Name, Reading>> = {};
  let told: Partial<Record<Name, number>>;
  /** By their id, those of 40 ms or more. */
  let interactions: Record<number, Reading>;
  let countBefore: number;
  /** The interaction that led to this page of an app. */
  let causedBy: number | undefined;

  /** When the page was hidden first: what is painted later took as long as the shopper was away. */
  let hiddenAt =
    performance
      .getEntriesByType('visibility-state')
      .find((e) => e.name === 'hidden' && e.startTime >= shownAt)?.startTime ??
    (document.hidden ? 0 : 1 / 0);

  // Shifts less than a second apart and within five are one: https://web.dev/articles/cls
  let firstShift = 0;
  let lastShift = 0;
  let shifted: number;

  const begin = (url: string) => {
    // A query may hold anything.
    page = url.replace(/[?#].*/, '');
    readings = {};
    told = {};
    interactions = {};
    countBefore = counted.interactionCount;
    shifted = 0;
  };

  const note = <Key extends string | number>(
    where: Partial<Record<Key, Reading>>,
    key: Key,
    value: number,
    element?: Element | null,
  ) => {
    if (key && value > (where[key]?.value ?? -1 / 0)) {
      where[key] = { value: Math.max(value, 0), target: selectorOf(element) };
    }
  };
  const painted = (value: number, element?: Element) => {
    note(readings, 'LCP', value, element);
    if (supported.includes('layout-shift')) note(readings, 'CLS', shifted);
  };
  /** What an interaction has painted, which led to this page. */
  const paintedSince = ({ interactionId, startTime, largestContentfulPaint: paint }: Entry) => {
    if (interactionId === causedBy && paint!.renderTime < hiddenAt) {
      painted(paint!.renderTime - startTime, paint!.element);
    }
  };
  const react = ({ interactionId, duration, target }: Entry) =>
    note(interactions, interactionId, duration, target);

  const heed: Record<string, (entry: Entry) => void> = {
    'largest-contentful-paint': ({ startTime, element }) => {
      if (startTime < hiddenAt) painted(startTime - shownAt, element);
    },
    'layout-shift': ({ startTime, value, hadRecentInput, sources }) => {
      if (hadRecentInput) return;
      if (startTime - lastShift >= 1000 || startTime - firstShift >= 5000) shifted = 0;
      if (!shifted) firstShift = startTime;
      lastShift = startTime;
      shifted += value;
      note(readings, 'CLS', shifted, sources?.[0]?.node);
    },
    event: react,
    'first-input': react,
    // An app has moved on: https://developer.chrome.com/docs/web-platform/soft-navigations
    'soft-navigation': (entry) => {
      report();
      begin(entry.name);
      causedBy = entry.interactionId;
      hiddenAt = 1 / 0;
      const largest = entry.getLargestInteractionContentfulPaint?.();
      if (largest) paintedSince(largest);
    },
    'interaction-contentful-paint': paintedSince,
  };
  const take = (entries: readonly PerformanceEntry[]) => {
    for (const entry of entries as Entry[]) heed[entry.entryType]!(entry);
  };

  const report = () => {
    // The worst, but for one in fifty: https://web.dev/articles/inp
    const slowest = Object.values(interactions).sort((a, b) => b.value - a.value);
    const inp = slowest[((counted.interactionCount - countBefore) / 50) | 0] ?? slowest.pop();
    if (inp) readings.INP = inp;

    for (const key in readings) {
      const name = key as Name;
      const { value, target } = readings[name]!;
      const rating = THRESHOLDS[name].filter((threshold) => value > threshold).length;
      if (rating <= told[name]!) continue;
      told[name] = rating;
      tell('web_vital', {
        name,
        value: +value.toPrecision(4),
        rating: (['good', 'needs-improvement', 'poor'] as const)[rating]!,
        target,
        page_location: page,
      });
    }
  };

  begin(load.name);
  note(readings, 'TTFB', load.responseStart - shownAt);

  const observer = new PerformanceObserver(quietly((list) => take(list.getEntries())));
  for (const type in heed) {
    if (supported.includes(type)) {
      observer.observe({ type, buffered: true, durationThreshold: 40 } as PerformanceObserverInit);
    }
  }

  onVisibility(
    quietly(() => {
      take(observer.takeRecords());
      report();
      hiddenAt = 0;
    }),
    (isBack) => {
      if (!isBack) return;
      const shownAt = performance.now();
      begin(location.href);
      // A task after the next frame, that frame is on the screen.
      requestAnimationFrame(() => setTimeout(() => painted(performance.now() - shownAt)));
    },
  );
}
