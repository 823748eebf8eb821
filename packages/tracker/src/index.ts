/**
 * Cartograph's tracker: records the touchpoints of a shopper's journey, and loses and doubles none.
 *
 * @packageDocumentation
 */
export type { Consent } from './identity.ts';
export type { TrackerOptions } from './options.ts';
export { start } from './start.ts';
export type { Tracker } from './tracker.ts';
