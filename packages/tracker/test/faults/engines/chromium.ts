import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type BrowserContext, type Page, chromium as playwright } from 'playwright-core';
import {
  ADDRESS_BAR_FEATURES,
  CHROMIUM_ARGS,
  findChromium,
} from '../../../../../scripts/browser.mjs';
import { within } from '../../within.ts';
import type { Browser, Engine, Tab } from './engine.ts';
import { ownProcess } from './ownProcess.ts';
import { unattended } from './unattended.ts';

const CLOSING_MS = 10_000;

/** Chromium, driven by playwright. One process, and a context for each browser that is asked for. */
export function chromium(): Engine {
  const executablePath = findChromium();
  let shared: { profile: string; process: ReturnType<typeof launch> } | undefined;

  const share = () => {
    if (!shared) {
      const profile = mkdtempSync(join(tmpdir(), 'cartograph-chromium-'));
      shared = { profile, process: launch(executablePath!, profile) };
    }
    return shared.process;
  };

  return {
    name: 'Chromium',
    can: ['offline', 'freeze', 'discard', 'prerender'],
    missing: executablePath ? undefined : 'install chromium, or name one in CHROMIUM_PATH',
    async open() {
      const { browser } = await share();
      return browserOf(await browser.newContext());
    },
    async openOn(profile) {
      const { browser, kill } = await launch(executablePath!, profile);
      return { ...browserOf(browser.contexts()[0]!), kill, close: kill };
    },
    openUnattended: (profile) =>
      unattended((url) => ownProcess(executablePath!, [...argsFor(profile), url])),
    async close() {
      if (!shared) return;
      await (await shared.process).kill();
      rmSync(shared.profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * Starts it by hand, as users have it: playwright's own arguments switch off what is tested here,
 * the back/forward cache among it.
 */
async function launch(executablePath: string, profile: string) {
  const { child, kill } = ownProcess(executablePath, [...argsFor(profile), 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let endpoint: string | undefined;
  for await (const line of createInterface(child.stderr!)) {
    endpoint = /DevTools listening on (\S+)/.exec(line)?.[1];
    if (endpoint) break;
  }
  child.stderr!.resume();
  return { browser: await playwright.connectOverCDP(endpoint!), kill };
}

function argsFor(profile: string): string[] {
  return [
    ...CHROMIUM_ARGS,
    `--disable-features=${ADDRESS_BAR_FEATURES.join()}`,
    `--user-data-dir=${profile}`,
    '--remote-debugging-port=0',
  ];
}

function browserOf(context: BrowserContext): Browser {
  return {
    async open(url) {
      const page = await context.newPage();
      await page.goto(url);
      return tabOf(page);
    },
    setOffline: (isOffline) => context.setOffline(isOffline),
    // It has hung when a page was just leaving.
    close: async () => void (await within(CLOSING_MS, context.close())),
  };
}

function tabOf(page: Page): Tab {
  const command = async (method: 'Page.setWebLifecycleState' | 'Page.crash', params = {}) => {
    const session = await page.context().newCDPSession(page);
    await session.send(method as 'Page.setWebLifecycleState', params as { state: 'frozen' });
  };
  return {
    run: (expression) => page.evaluate(expression),
    close: () => page.close(),
    freeze: (isFrozen) =>
      command('Page.setWebLifecycleState', { state: isFrozen ? 'frozen' : 'active' }),
    async discard() {
      const gone = page.waitForEvent('crash');
      // Nobody is left to answer.
      command('Page.crash').catch(() => {});
      await gone;
    },
  };
}
