/** Where a Chromium is, if there is one: named in `CHROMIUM_PATH`, the system's, or playwright's own. */
export function findChromium(): string | undefined;

/** Quiet and alone: no sandbox (there is none for root), and no calls home. */
export const CHROMIUM_ARGS: string[];
