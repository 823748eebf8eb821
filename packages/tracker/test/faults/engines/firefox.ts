import puppeteer, { type BrowserContext, type Page, type Browser as Puppet } from 'puppeteer-core';
import { findFirefox } from '../../../../../scripts/browser.mjs';
import { within } from '../../within.ts';
import type { Browser, Engine, Tab } from './engine.ts';
import { killGroup } from './ownProcess.ts';

const STARTING_MS = 60_000;
const CLOSING_MS = 10_000;

/** Firefox, driven by puppeteer over WebDriver BiDi. One process, and a container for each browser. */
export function firefox(): Engine {
  const executablePath = findFirefox();
  let shared: Promise<Puppet> | undefined;

  const launch = (profile?: string) =>
    puppeteer.launch({
      browser: 'firefox',
      executablePath: executablePath!,
      timeout: STARTING_MS,
      ...(profile && { userDataDir: profile }),
    });

  return {
    name: 'Firefox',
    can: ['offline'],
    missing: executablePath ? undefined : 'install firefox-esr, or name one in FIREFOX_PATH',
    async open() {
      shared ??= launch();
      return browserOf(await (await shared).createBrowserContext());
    },
    async openOn(profile) {
      const puppet = await launch(profile);
      const kill = () => end(puppet);
      return { ...browserOf(puppet.defaultBrowserContext()), kill, close: kill };
    },
    async close() {
      if (!shared) return;
      const puppet = await shared;
      if (!(await within(CLOSING_MS, puppet.close()))) await end(puppet);
    },
  };
}

async function end(puppet: Puppet): Promise<void> {
  const process = puppet.process()!;
  const gone = new Promise((resolve) => process.once('exit', resolve));
  if (process.exitCode !== null || process.signalCode !== null) return;
  killGroup(process);
  await gone;
}

function browserOf(context: BrowserContext): Browser {
  const pages: Page[] = [];
  return {
    async open(url) {
      // Only the front tab of a window is visible.
      const page = await context.newPage({ type: 'window' });
      pages.push(page);
      await page.goto(url);
      return tabOf(page);
    },
    async setOffline(isOffline) {
      for (const page of pages) if (!page.isClosed()) await page.setOfflineMode(isOffline);
    },
    close: async () => void (await within(CLOSING_MS, context.close())),
  };
}

function tabOf(page: Page): Tab {
  return {
    run: (expression) => page.evaluate(expression),
    close: () => page.close(),
  };
}
