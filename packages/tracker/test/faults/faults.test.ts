import { writeFileSync } from 'node:fs';
import { afterAll, describe, it } from 'vitest';
import { CASES } from './cases/index.ts';
import { chromium } from './engines/chromium.ts';
import { firefox } from './engines/firefox.ts';
import { webkit } from './engines/webkit.ts';
import { createScene, type Tally } from './scene.ts';
import { table } from './table.ts';

const ENGINES = [chromium(), firefox(), webkit()];
const tallies = new Map<string, Map<string, Tally>>();

// The tracker as it ships, in real browsers, against the real collector.
describe.concurrent.each(ENGINES)('nothing lost, nothing doubled in $name', (engine) => {
  const ofEngine = new Map<string, Tally>();
  tallies.set(engine.name, ofEngine);

  for (const { title, needs = [], play } of CASES) {
    const lacks = needs.filter((ability) => !engine.can.includes(ability));
    const why = engine.missing ?? lacks.map((ability) => `no driver for: ${ability}`).join(', ');

    it.skipIf(why !== '')(why ? `${title} (${why})` : title, { timeout: 180_000 }, async () => {
      const scene = await createScene(engine);
      try {
        await play(scene);
      } finally {
        ofEngine.set(title, await scene.tally());
        await scene.close();
      }
    });
  }
});

afterAll(async () => {
  await Promise.all(ENGINES.map((engine) => engine.close()));
  const told = table(
    CASES.map(({ title }) => title),
    tallies,
  );
  console.log(told);
  const file = process.env.CARTOGRAPH_FAULTS_TABLE;
  if (file) writeFileSync(file, `${told}\n`);
}, 60_000);
