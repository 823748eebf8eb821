/**
 * Pictures of every page, light and dark, on a desk and on a phone, into a folder that git ignores.
 *
 *     npm run pictures -- --only overview,map --persons 6000
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGS, findChromium } from '../browser.mjs';
import { filled } from './filled.ts';
import { PAGES } from './pages.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    out: { type: 'string', default: '.data/pictures' },
    persons: { type: 'string', default: '6000' },
    lang: { type: 'string', default: 'en' },
  },
});

const shop = await filled({ persons: Number(values.persons) });
const executablePath = findChromium();
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  args: CHROMIUM_ARGS,
});
mkdirSync(values.out, { recursive: true });
const pages = [...PAGES, shop.journey].filter(
  (page) => !values.only || values.only.split(',').some((name) => page.startsWith(name)),
);
try {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1440, 390]) {
      const viewport = { width, height: 900 };
      const context = await browser.newContext({ colorScheme, viewport, locale: values.lang });
      const page = await context.newPage();
      await page.goto(await shop.signIn());
      await page.waitForURL('**/overview');
      for (const path of pages) {
        await page.goto(shop.url + path);
        const name = path.replaceAll(/[^a-z0-9]+/gi, '-').slice(0, 40);
        const file = join(values.out, `${name}-${colorScheme}-${width}.png`);
        await page.screenshot({ path: file, fullPage: true });
        console.log(file);
      }
      await context.close();
    }
  }
} finally {
  await browser.close();
  await shop.close();
}
