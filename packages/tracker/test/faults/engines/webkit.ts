import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { findWebKit } from '../../../../../scripts/browser.mjs';
import type { Browser, Engine, KillableBrowser } from './engine.ts';
import { type OwnProcess, ownProcess } from './ownProcess.ts';
import { unattended } from './unattended.ts';
import { startSession, type WebDriver } from './webDriver.ts';

const STARTING_MS = 60_000;

/**
 * WebKitGTK, Safari's engine: its small browser on a screen that nobody sees. It is driven by
 * WebDriver, which forgets the profile; so what is to outlive a kill is driven by the page itself.
 */
export function webkit(): Engine {
  const found = findWebKit();
  let screen: Promise<{ display: string; process: OwnProcess }> | undefined;

  const env = async () => {
    screen ??= startScreen(found!.screen);
    // No accessibility bus: there is none to be found.
    return { ...process.env, DISPLAY: (await screen).display, NO_AT_BRIDGE: '1' };
  };

  return {
    name: 'WebKit',
    can: [],
    missing: found ? undefined : 'install webkit2gtk-driver and xvfb (on Debian)',
    open: async () => automated(found!, await env()),
    openOn: async (profile) => onProfile(found!.miniBrowser, await env(), profile),
    close: async () => (await screen)?.process.kill(),
  };
}

async function startScreen(program: string) {
  // It writes the number of a free display to the fourth of these.
  const process = ownProcess(
    program,
    ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const number = await new Promise((resolve) => process.child.stdio[3]!.once('data', resolve));
  return { display: `:${String(number).trim()}`, process };
}

/** A driver has one session at a time, so each browser has its own. */
async function automated(
  { driver, miniBrowser }: { driver: string; miniBrowser: string },
  env: NodeJS.ProcessEnv,
): Promise<Browser> {
  const port = await freePort();
  const { kill } = ownProcess(driver, [`--port=${port}`, '--host=127.0.0.1'], { env });
  const service = `http://127.0.0.1:${port}`;
  await untilListening(service);
  const session: WebDriver = await startSession(service, {
    'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] },
  });
  return {
    async open(url) {
      const handle = await session.open(url);
      return {
        run: (expression) => session.run(handle, expression),
        close: () => session.close(handle),
      };
    },
    close: kill,
  };
}

function onProfile(
  program: string,
  env: NodeJS.ProcessEnv,
  profile: string,
): Promise<KillableBrowser> {
  const folders = {
    HOME: profile,
    XDG_CACHE_HOME: join(profile, 'cache'),
    XDG_CONFIG_HOME: join(profile, 'config'),
    XDG_DATA_HOME: join(profile, 'data'),
  };
  return unattended((url) => ownProcess(program, [url], { env: { ...env, ...folders } }));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

async function untilListening(service: string): Promise<void> {
  const giveUpAt = Date.now() + STARTING_MS;
  for (;;) {
    try {
      await fetch(`${service}/status`);
      return;
    } catch (error) {
      if (Date.now() > giveUpAt) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
