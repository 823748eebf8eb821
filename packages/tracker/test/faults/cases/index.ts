import { answers } from './answers.ts';
import type { Case } from './case.ts';
import { flood } from './flood.ts';
import { history } from './history.ts';
import { leaving } from './leaving.ts';
import { lifecycle } from './lifecycle.ts';
import { offline } from './offline.ts';
import { shopper } from './shopper.ts';
import { storage } from './storage.ts';
import { tabs } from './tabs.ts';

/** The table of cases. Every engine plays all that it can. */
export const CASES: readonly Case[] = [
  ...leaving,
  ...offline,
  flood,
  ...answers,
  ...tabs,
  ...history,
  ...lifecycle,
  ...storage,
  ...shopper,
];
