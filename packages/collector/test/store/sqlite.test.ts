import { sqliteStore } from '../../src/store/sqlite.ts';
import { testStore } from './contract.ts';

testStore('sqlite', async () => sqliteStore(':memory:'));
