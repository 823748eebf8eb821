// Finds the three engines of the browser tests, or installs them. Says in one line what to do if it
// can't. Without Chromium it fails; without one of the others the tests of that engine are skipped.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium, findFirefox, findWebKit } from './browser.mjs';

const ENGINES = [
  { name: 'Chromium', find: findChromium, packages: ['chromium'] },
  { name: 'Firefox', find: findFirefox, packages: ['firefox-esr'] },
  { name: 'WebKit', find: findWebKit, packages: ['webkit2gtk-driver', 'xvfb'] },
];
const isDebianRoot = existsSync('/etc/debian_version') && process.getuid?.() === 0;

const missing = ENGINES.filter(({ find }) => !find());
if (missing.length > 0 && isDebianRoot) {
  console.error(`Installing ${namesOf(missing)} for the browser tests…`);
  install('apt-get', ['update', '-qq']);
  // One by one, so that one that can't be had doesn't cost the others.
  for (const { packages } of missing) {
    install('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  }
} else if (!findChromium()) {
  console.error('Installing Chromium for the browser tests…');
  install('playwright-core', ['install', 'chromium-headless-shell']);
}

const lacking = ENGINES.filter(({ find }) => !find());
if (lacking.length > 0) {
  const packages = lacking.flatMap((engine) => engine.packages).join(' ');
  console.error(
    `No ${namesOf(lacking)}: install ${packages}, or name a browser in CHROMIUM_PATH or FIREFOX_PATH. Its tests are skipped; Chromium is a must.`,
  );
}
if (!findChromium()) process.exit(1);

function namesOf(engines) {
  return engines.map(({ name }) => name).join(' and ');
}

function install(program, args) {
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync(program, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...quiet },
    shell: process.platform === 'win32',
  });
}
