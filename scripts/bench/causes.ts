/**
 * Whether the report on causes tells the truth: in many simulated worlds it is held against what was planted
 * there. Causes of known strength, things that come after them and do nothing, slow pages that phones meet
 * and that do nothing, and things met by chance.
 *
 *     npm run bench -- causes --trials 500 --carts 6000 --seed 1
 *
 * Then the same where persons have several carts and habits, and what would be said there if every cart were
 * taken for another person's. Then the time that it takes, by how many carts there are.
 */
import { parseArgs } from 'node:util';
import { causes } from '../../packages/report/src/index.ts';
import { createRandom } from '../seed/random.ts';
import { runTrials, type Sums, together } from './causes/trials.ts';
import { CAUSES, CONFOUNDED, ECHOES, PLACEBOS, QUESTION, simulate } from './causes/world.ts';

const { values } = parseArgs({
  options: {
    trials: { type: 'string', default: '200' },
    carts: { type: 'string', default: '6000' },
    seed: { type: 'string', default: '1' },
    times: { type: 'string', default: '20000,80000' },
  },
});
const asked = {
  trials: Number(values.trials),
  carts: Number(values.carts),
  seed: Number(values.seed),
};

/** How alike the carts of a person are: see `crowd`. */
const HABITS = [
  [0.1, 0.5],
  [0.2, 0],
  [0.2, 0.5],
  [0.3, 0.5],
  [0.2, 0.9],
] as const;

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

console.log(`${asked.trials} worlds of ${asked.carts} carts each, seed ${asked.seed}\n`);
console.log(
  '| thing | planted | tested | ranked | explained | plain interval above 1 | mean adjusted | plain covers | adjusted covers |',
);
console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
const { fates, falseShare, anyFalse } = runTrials(asked);
for (const fate of fates.filter(({ thing }) =>
  [...CAUSES, ...ECHOES, ...CONFOUNDED].includes(thing),
)) {
  line(`${fate.thing.what} @ ${fate.thing.step}`, fate.truth, fate);
}
line('all echoes', 1, together(fates, ECHOES));
line('all confounded', 1, together(fates, CONFOUNDED));
line('all met by chance', 1, together(fates, PLACEBOS));
console.log(
  '\nEchoes that nothing was seen of stay as they are: only what stands out is held against its cause.',
);
console.log(`Of what was ranked, false: ${percent(falseShare)} (mean over worlds)`);
console.log(`Worlds with anything false ranked: ${percent(anyFalse)}`);

const empty = runTrials({ ...asked, planted: [] });
console.log(`Worlds without a cause in which anything was ranked: ${percent(empty.anyFalse)}\n`);

console.log(
  '| carts alike in leaving, in meeting | taken as | causes: adjusted covers | ranked | met by chance: adjusted covers | ranked | of what was ranked, false | worlds without a cause with anything ranked |',
);
console.log('| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const [leaving, meeting] of HABITS) {
  for (const asStrangers of [true, false]) {
    const world = { ...asked, habits: { leaving, meeting }, asStrangers };
    const found = runTrials(world);
    const nothing = runTrials({ ...world, planted: [] });
    const shares = [CAUSES, PLACEBOS].flatMap((things) => {
      const { tested, adjustedCovers, ranked } = together(found.fates, things);
      return [adjustedCovers / tested, ranked / tested];
    });
    const cells = [...shares, found.falseShare, nothing.anyFalse].map(percent);
    const taken = asStrangers ? 'strangers’' : 'their persons’';
    console.log(`| ${leaving}, ${meeting} | ${taken} | ${cells.join(' | ')} |`);
  }
}

console.log('\n| carts | ms, median of 5 |\n| ---: | ---: |');
for (const carts of values.times.split(',').map(Number)) {
  const facts = simulate(carts, {
    things: [...CAUSES, ...ECHOES, ...CONFOUNDED, ...PLACEBOS],
    random: createRandom(asked.seed),
  });
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    causes(facts, QUESTION);
    return performance.now() - start;
  });
  console.log(`| ${carts} | ${times.sort((a, b) => a - b)[2]!.toFixed(0)} |`);
}

function line(name: string, truth: number, fate: Sums): void {
  const of = (n: number) => percent(n / Math.max(1, fate.tested));
  console.log(
    `| ${name} | ${truth.toFixed(2)} | ${fate.tested} | ${of(fate.ranked)} | ${of(fate.explained)} | ${of(fate.crudeAbove)} | ${Math.exp(fate.logs / Math.max(1, fate.tested)).toFixed(2)} | ${of(fate.crudeCovers)} | ${of(fate.adjustedCovers)} |`,
  );
}
