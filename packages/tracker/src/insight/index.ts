import { quietly } from '../browser/quietly.ts';
import type { Tracker } from '../tracker.ts';
import { alerts } from './alerts.ts';
import { deadClicks } from './deadClicks.ts';
import { errors } from './errors.ts';
import { failedRequests } from './failedRequests.ts';
import { fieldsLeft } from './fieldsLeft.ts';
import { onceAPage } from './onceAPage.ts';
import { rageClicks } from './rageClicks.ts';
import { selectorOf } from './selectorOf.ts';
import { stepsBack } from './stepsBack.ts';
import { tabReturns } from './tabReturns.ts';
import type { Tell } from './tell.ts';
import { vitals } from './vitals.ts';

/** What watching needs of a tracker. */
export type Recorder = Pick<Tracker, 'track'>;

/** By what they tell; `request` tells `exception`, too. */
const WATCHERS: Record<string, (tell: Tell) => void> = {
  exception: errors,
  request: failedRequests,
  alert: alerts,
  field_left: fieldsLeft,
  rage_click: rageClicks,
  dead_click: deadClicks,
  step_back: stepsBack,
  tab_return: tabReturns,
  web_vital: vitals,
};

/**
 * Watches what goes wrong on the way, and records it.
 *
 * @param options.off Watchers that stay off, by what they tell, or `request`.
 * @param options.debug Says on the console what was seen, and what that rests on.
 */
export function watch(
  { track }: Recorder,
  { off = [], debug }: { off?: readonly string[]; debug?: boolean } = {},
): void {
  const isNew = onceAPage();
  const tell: Tell = (type, given, because) => {
    const params = {
      ...given,
      ...(because instanceof Element && { target: selectorOf(because) }),
      // Alerts and exceptions the shop may tell as well: then it is believed.
      inferred: /^[ae]/.test(type) ? 'insight' : undefined,
    };
    if (off.includes(type) || !isNew(type, params)) return;
    if (debug) console.debug('[cartograph]', type, params, because);
    track(type as string, params);
  };
  for (const name in WATCHERS) {
    if (!off.includes(name)) quietly(WATCHERS[name]!)(tell);
  }
}
