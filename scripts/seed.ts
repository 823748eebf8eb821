import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { progressBar } from './seed/progressBar.ts';
import { seed } from './seed/seed.ts';

export { seed };

const HELP = `Fills a collector with weeks of simulated shoppers (what they do: scripts/seed/plan.ts).

  --url      Where the collector listens      http://127.0.0.1:8787
  --site     Public id of the site            shop
  --origin   The shop's, allowed by the site  http://127.0.0.1:8788
  --seed     Another seed, another history    1
  --days     Days of history                  56
  --persons  Shoppers                         6000
  --now      When it ends, epoch ms           now
`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      url: { type: 'string', default: 'http://127.0.0.1:8787' },
      site: { type: 'string', default: 'shop' },
      origin: { type: 'string', default: 'http://127.0.0.1:8788' },
      seed: { type: 'string' },
      days: { type: 'string' },
      persons: { type: 'string' },
      now: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }

  const { touchpoints, visitors, duplicates, rejected } = await seed({
    url: values.url,
    site: values.site,
    origin: values.origin,
    ...wholeNumber('seed', values.seed),
    ...wholeNumber('days', values.days),
    ...wholeNumber('persons', values.persons),
    ...wholeNumber('now', values.now),
    onProgress: progressBar(process.stderr),
  });
  const known = duplicates > 0 ? `, ${duplicates} known already` : '';
  const refused = rejected[0] ? `, ${rejected.length} refused: ${JSON.stringify(rejected[0])}` : '';
  console.error(`${touchpoints} touchpoints of ${visitors} browsers delivered${known}${refused}.`);
}

/** An option that was given, by its name. */
function wholeNumber<Name extends string>(
  name: Name,
  text: string | undefined,
): { [name in Name]?: number } {
  if (text === undefined) return {};
  if (!/^\d+$/.test(text)) {
    throw new TypeError(`Expected --${name} to be a whole number, got ${JSON.stringify(text)}`);
  }
  return { [name]: Number(text) } as { [name in Name]?: number };
}
