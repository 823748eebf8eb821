import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type Browser, chromium } from 'playwright-core';
import { CHROMIUM_ARGS } from '../../../../scripts/browser.mjs';

export interface KillableBrowser {
  browser: Browser;
  /** SIGKILL, as the system does to a phone's browser: nothing is said goodbye to. */
  kill(): Promise<void>;
}

/** A Chromium of our own process, on a profile that outlives it. */
export async function killableBrowser(
  executablePath: string,
  profile: string,
): Promise<KillableBrowser> {
  const args = [...CHROMIUM_ARGS, `--user-data-dir=${profile}`, '--remote-debugging-port=0'];
  const child = spawn(executablePath, [...args, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    // A group of its own, so that a kill reaches all its processes.
    detached: true,
  });
  let endpoint: string | undefined;
  for await (const line of createInterface(child.stderr)) {
    endpoint = /DevTools listening on (\S+)/.exec(line)?.[1];
    if (endpoint) break;
  }
  child.stderr.resume();
  const browser = await chromium.connectOverCDP(endpoint!);
  return {
    browser,
    async kill() {
      const gone = once(child, 'exit');
      process.kill(-child.pid!, 'SIGKILL');
      await gone;
    },
  };
}
