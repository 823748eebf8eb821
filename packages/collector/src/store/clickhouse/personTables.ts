import type { FoldedJourney, StoredTouchpoint } from '@cartograph/journey';
import type { PastJourney } from '../pastFolds.ts';
import type { Store } from '../store.ts';
import type { ClickHouseDriver } from './clickhouseDriver.ts';
import { inParts } from './inParts.ts';
import { ordersIn } from './known.ts';
import { startReading } from './reading.ts';

type Persons = Pick<
  Store,
  'ordersToldBy' | 'touchpointsOf' | 'personOfTouchpoint' | 'journeysOf' | 'journeysAt'
>;

/** What is read of one person. */
export function personTables(driver: ClickHouseDriver): Persons {
  const knownAbout = async (site: string, persons: readonly string[]) => {
    const reading = await startReading(driver, site);
    await reading.readPersons(persons);
    return reading.known;
  };

  return {
    async ordersToldBy(site, transactionId) {
      const { read, known } = await startReading(driver, site);
      await read({ names: [`o:${transactionId}`] });
      return known.wordsOn(transactionId).map(({ touchpoint }) => touchpoint);
    },

    async touchpointsOf(site, person) {
      return (await knownAbout(site, [person])).material(person).touchpoints;
    },

    async personOfTouchpoint(site, id) {
      const { read, known } = await startReading(driver, site);
      await read({ names: [`i:${id}`] });
      const row = known.rowOf(id);
      if (!row) return undefined;
      await read({ names: ordersIn([row]).map((order) => `o:${order}`) });
      return known.personOf(row);
    },

    async journeysOf(site, person) {
      return { person, journeys: (await knownAbout(site.id, [person])).folded(site, person) };
    },

    async journeysAt(site, persons, asOf) {
      const all: (readonly PastJourney[])[] = [];
      for (const part of inParts(persons)) {
        const known = await knownAbout(
          site.id,
          part.map(({ person }) => person),
        );
        for (const { person, without = [] } of part) {
          const unknown = new Set(without);
          const only = ({ at, id }: StoredTouchpoint) => at <= asOf && !unknown.has(id);
          all.push(known.folded(site, person, only).map(toPast));
        }
      }
      return all;
    },
  };
}

function toPast({ journey, touchpoints }: FoldedJourney): PastJourney {
  const purchases = touchpoints.filter(({ type }) => type === 'purchase').map(({ id }) => id);
  return { journey, purchases };
}
