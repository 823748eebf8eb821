import { sqliteStore } from '../../src/store/sqlite.ts';
import { testStore } from './contract.ts';

testStore('sqlite', async () => sqliteStore(':memory:'));
testStore('sqlite, going on from the first touchpoint', async () =>
  sqliteStore(':memory:', { onwardFrom: 0 }),
);
