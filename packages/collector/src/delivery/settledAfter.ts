/** A tracker keeps what it can't deliver for as long: a gap that is older stays one. Milliseconds. */
export const SETTLED_AFTER_MS = 7 * 24 * 60 * 60 * 1000;
