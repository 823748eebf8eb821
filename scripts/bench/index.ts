/** `npm run bench -- reports --times 20`: runs one benchmark, with its own options. */
const BENCHES: Readonly<Record<string, () => Promise<unknown>>> = {
  ingest: () => import('./ingest.ts'),
  tracker: () => import('./tracker/index.ts'),
  reports: () => import('./reports.ts'),
  causes: () => import('./causes.ts'),
  scale: () => import('./scale.ts'),
};

const [chosen = ''] = process.argv.splice(2, 1);
const bench = BENCHES[chosen];
if (bench) await bench();
else {
  const names = Object.keys(BENCHES).join(', ');
  console.error(`Expected one of ${names}, got ${JSON.stringify(chosen)}`);
  process.exitCode = 2;
}

export {};
