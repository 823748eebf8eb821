import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Journey } from '@cartograph/journey';
import { saveSite } from '../../../packages/collector/src/index.ts';
import { sqliteStore } from '../../../packages/collector/src/node.ts';
import { SQL } from '../../../packages/collector/src/store/statements.ts';
import { append } from '../../seed/append.ts';

/** So many journeys, spread evenly over so many years. */
export interface Case {
  journeys: number;
  years: number;
}

export const NOW = Date.parse('2026-06-30T12:00:00Z');
export const SITE = {
  id: 'shop',
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  origins: ['https://shop.example'],
};

const DAY_MS = 86_400_000;
const SPAN_DAYS = 56;

type Sample = Journey & { person: string };

/** What the fold makes of a few thousand simulated shoppers: made once in a folder, then read. */
export async function samplesIn(folder: string): Promise<readonly Sample[]> {
  const file = join(folder, 'samples.db');
  if (!existsSync(file)) {
    const store = sqliteStore(file);
    await append(store, await saveSite(store, SITE), { now: NOW, days: SPAN_DAYS });
    await store.close();
  }
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare('select person, facts, stages, trail from journeys').all();
  database.close();
  return rows.map(({ person, facts, stages, trail }) => ({
    ...JSON.parse(`${facts}`),
    person,
    stages: JSON.parse(`${stages}`),
    trail: JSON.parse(`${trail}`),
  }));
}

/**
 * A database with a case in it, made where there is none. Its journeys are copies of the samples, written as
 * the fold writes them, each copy as a whole moved into the past.
 */
export async function filled(
  folder: string,
  samples: readonly Sample[],
  { journeys, years }: Case,
): Promise<string> {
  const file = join(folder, `${journeys}-${years}.db`);
  if (existsSync(file)) return file;
  const store = sqliteStore(file);
  await saveSite(store, SITE);
  await store.close();

  const database = new DatabaseSync(file);
  database.exec('pragma synchronous = off; pragma cache_size = -500000');
  const save = database.prepare(SQL.saveJourney);
  const spans = Math.max(1, Math.round((years * 365) / SPAN_DAYS));
  const rows = Array.from({ length: spans }, (_, span) =>
    samples.map((sample) => rowOf(sample, span * SPAN_DAYS * DAY_MS)),
  );
  database.exec('begin');
  for (let n = 0; n < journeys; n++) {
    const copy = Math.floor(n / samples.length);
    const { id, person, times, facts, stages, trail } = rows[copy % spans]![n % samples.length]!;
    const own = [`"${id}-${copy}"`, facts.slice(id.length + 8)];
    save.run(
      ...[SITE.id, `${person}-${copy}`, `${id}-${copy}`, ...times],
      ...[`{"id":${own.join('')}`, stages, trail],
    );
  }
  database.exec('commit');
  database.close();
  return file;
}

/** What is stored of a journey like it, so much earlier. */
function rowOf(sample: Sample, ago: number) {
  const text = JSON.stringify(sample, (key, value) =>
    typeof value === 'number' && (key === 'at' || key === 'until' || key.endsWith('At'))
      ? value - ago
      : value,
  );
  const { person, stages, trail, id, ...rest }: Sample = JSON.parse(text);
  const { startedAt, lastAt, cart } = rest;
  return {
    ...{ id, person },
    times: [startedAt, lastAt, cart?.createdAt ?? null, cart?.order?.at ?? null],
    facts: JSON.stringify({ id, ...rest }),
    stages: JSON.stringify(stages),
    trail: JSON.stringify(trail),
  };
}
