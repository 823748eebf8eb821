import { afterAll, it } from 'vitest';
import { testStore } from '../contract.ts';
import { hasEngine, NO_ENGINE, startEngine } from './engine.ts';

const engine = startEngine();
afterAll(engine.stop);

if (hasEngine) testStore('clickhouse', engine.open, { share: 0.1 });
else it.skip(NO_ENGINE);
