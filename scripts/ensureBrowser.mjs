// Finds a Chromium for the browser tests, or installs one. Says in one line what to do if it can't.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './browser.mjs';

const isDebianRoot = existsSync('/etc/debian_version') && process.getuid?.() === 0;

if (!findChromium()) {
  console.error('No Chromium found: installing one for the browser tests…');
  if (isDebianRoot) {
    install('apt-get', ['update', '-qq']);
    install('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  } else {
    install('playwright-core', ['install', 'chromium-headless-shell']);
  }
}
if (!findChromium()) {
  console.error(
    'No Chromium: install one, or name it in CHROMIUM_PATH. The browser tests need it, everything else runs without.',
  );
  process.exit(1);
}

function install(program, args) {
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync(program, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...quiet },
    shell: process.platform === 'win32',
  });
}
