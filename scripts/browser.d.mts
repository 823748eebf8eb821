/** Where a Chromium is, if there is one: named in `CHROMIUM_PATH`, the system's, or playwright's own. */
export function findChromium(): string | undefined;

/** Where a Firefox is, if there is one: named in `FIREFOX_PATH`, or the system's. */
export function findFirefox(): string | undefined;

/** Where WebKitGTK's driver, its browser and a screen for it are, if all three are there. */
export function findWebKit(): { driver: string; screen: string; miniBrowser: string } | undefined;

/** Quiet and alone: no sandbox (there is none for root), and no calls home. */
export const CHROMIUM_ARGS: string[];

export const ADDRESS_BAR_FEATURES: readonly string[];
