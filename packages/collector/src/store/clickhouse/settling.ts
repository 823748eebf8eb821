import type { Site } from '../../sites/site.ts';
import type { ClickHouseDriver } from './clickhouseDriver.ts';
import { foldRows } from './foldRows.ts';
import { type Reading, startReading } from './reading.ts';
import { TABLES } from './tables.ts';

export type Settling = ReturnType<typeof settling>;

/**
 * Folds persons, at the same time as any number of others may.
 *
 * A fold is worth as much as what it has read. So it takes its stamp *before* it reads, and everybody
 * folds *after* what they wrote was acknowledged: the fold with the greatest stamp of all began when the
 * last of these writes was there, and has read them all. It wins, whoever is the last to write its fold
 * down. What one fold writes is one insert with the stamp as its version, so nobody ever sees a half of
 * it, and what an earlier one knew of and it doesn't is gone.
 */
export function settling(driver: ClickHouseDriver, stampStatement: string) {
  const stamp = async (): Promise<number> =>
    (await driver.rows<{ stamp: number }>(stampStatement))[0]!.stamp;

  return {
    stamp,

    /**
     * Folds everybody whom rows at these sources may concern.
     *
     * @param around.also Others, who had something there before it was removed.
     * @param around.names What these rows name, where that is known.
     */
    async settle(
      site: Site,
      sources: readonly string[],
      { also = [], names = [] }: { also?: Iterable<string>; names?: readonly string[] } = {},
    ): Promise<Settled> {
      const version = await stamp();
      const reading = await startReading(driver, site.id);
      const persons = await reading.readAround(sources, names);
      for (const person of also) persons.add(person);
      await reading.readPersons(persons);
      const { known } = reading;
      const copies = await reading.copiesAt([...persons]);
      const rows = [...persons].flatMap((person) =>
        foldRows(site, person, { known, copies, version }),
      );
      if (rows.length > 0) await driver.insert(TABLES.folds.name, rows, crypto.randomUUID());
      return { version, persons, known };
    },
  };
}

export interface Settled {
  version: number;
  persons: ReadonlySet<string>;
  known: Reading['known'];
}
