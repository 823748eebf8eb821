import { existsSync, readdirSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** Where a Chromium is, if there is one: named in `CHROMIUM_PATH`, the system's, or playwright's own. */
export function findChromium() {
  return firstOf([
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    chromium.executablePath(),
  ]);
}

/** Where a Firefox is, if there is one: named in `FIREFOX_PATH`, or the system's. */
export function findFirefox() {
  return firstOf([
    process.env.FIREFOX_PATH,
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ]);
}

/** Where WebKitGTK's driver, its browser and a screen for it are, if all three are there. */
export function findWebKit() {
  const driver = firstOf(['/usr/bin/WebKitWebDriver']);
  const screen = firstOf(['/usr/bin/Xvfb']);
  // `/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser`, on Debian.
  const miniBrowser = firstOf(
    foldersIn('/usr/lib')
      .concat('/usr/libexec')
      .flatMap((folder) => foldersIn(folder).filter((inner) => /\/webkit2?gtk-/.test(inner)))
      .map((folder) => `${folder}/MiniBrowser`),
  );
  return driver && screen && miniBrowser ? { driver, screen, miniBrowser } : undefined;
}

/** Quiet and alone: no sandbox (there is none for root), and no calls home. */
export const CHROMIUM_ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium loads two pages for the address bar of each window, which costs more than most pages do. */
export const ADDRESS_BAR_FEATURES = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

function firstOf(places) {
  return places.find((place) => place && existsSync(place));
}

function foldersIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${folder}/${name}`);
}
