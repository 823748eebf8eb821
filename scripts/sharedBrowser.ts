import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { ADDRESS_BAR_FEATURES, CHROMIUM_ARGS, findChromium } from './browser.mjs';

/** The last list that Chromium is given is the one that holds, so playwright's own is part of it. */
const DISABLED = [
  ...ADDRESS_BAR_FEATURES,
  // A process for the page that may come next: here none does.
  'SpareRendererForSitePerProcess',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

/** By how they were launched. They end with the worker that runs the tests. */
const browsers = new Map<string, Promise<Browser>>();

/**
 * The Chromium of all test files that one worker runs: to start one costs more than most tests.
 * What a test does stays in a context of its own, which it closes.
 */
export async function sharedBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const key = JSON.stringify(options);
  const running = await browsers.get(key)?.catch(() => undefined);
  if (running?.isConnected()) return running;
  const executablePath = findChromium();
  const launched = chromium.launch({
    ...(executablePath && { executablePath }),
    args: [...CHROMIUM_ARGS, `--disable-features=${DISABLED.join()}`],
    ...options,
  });
  browsers.set(key, launched);
  return launched;
}
