import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { CHROMIUM_ARGS, findChromium } from '../../browser.mjs';

/**
 * It does not look like a robot, which some trackers drop, and it keeps pages it has left for the way
 * back, as people's browsers do.
 */
function options() {
  const executablePath = findChromium();
  if (!executablePath) throw Error('No Chromium found: name one in CHROMIUM_PATH');
  return {
    executablePath,
    args: [...CHROMIUM_ARGS, '--disable-blink-features=AutomationControlled'],
    ignoreDefaultArgs: ['--disable-back-forward-cache', '--enable-automation'],
  };
}

/** What a browser says it is, but for `Headless`. */
const PERSON = {
  userAgent:
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
};

/** A Chromium for many contexts. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch(options());
}

/** A shopper who has never been here. */
export async function newShopper(browser: Browser): Promise<BrowserContext> {
  return patient(await browser.newContext(PERSON));
}

/** For busy machines. */
function patient(context: BrowserContext): BrowserContext {
  context.setDefaultTimeout(120_000);
  return context;
}

export interface KillableShopper {
  context: BrowserContext;
  /** SIGKILL, as the system does to a phone's browser: nothing is said goodbye to. */
  kill(): Promise<void>;
}

/** A Chromium for one shopper, on a profile that outlives it. */
export async function openProfile(profile: string): Promise<KillableShopper> {
  const context = patient(
    await chromium.launchPersistentContext(profile, { ...options(), ...PERSON }),
  );
  return {
    context,
    async kill() {
      const session = await context.browser()!.newBrowserCDPSession();
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      const { id } = processInfo.find(({ type }) => type === 'browser')!;
      const gone = new Promise((closed) => context.once('close', closed));
      // Its group: all its processes at once.
      process.kill(-id, 'SIGKILL');
      await gone;
    },
  };
}
