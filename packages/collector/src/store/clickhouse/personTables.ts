import type { StoredTouchpoint } from '@cartograph/journey';
import type { Store } from '../store.ts';
import type { ClickHouseDriver } from './clickhouseDriver.ts';
import { ordersIn } from './known.ts';
import { startReading } from './reading.ts';

type Persons = Pick<
  Store,
  'ordersToldBy' | 'touchpointsOf' | 'personOfTouchpoint' | 'journeysOf' | 'journeysAt'
>;

/** What is read of one person. */
export function personTables(driver: ClickHouseDriver): Persons {
  const knownAbout = async (site: string, person: string) => {
    const reading = await startReading(driver, site);
    await reading.readPersons([person]);
    return reading.known;
  };

  return {
    async ordersToldBy(site, transactionId) {
      const { read, known } = await startReading(driver, site);
      await read({ names: [`o:${transactionId}`] });
      return known.wordsOn(transactionId).map(({ touchpoint }) => touchpoint);
    },

    async touchpointsOf(site, person) {
      return (await knownAbout(site, person)).material(person).touchpoints;
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
      return { person, journeys: (await knownAbout(site.id, person)).folded(site, person) };
    },

    async journeysAt(site, person, { asOf, without = [] }) {
      const unknown = new Set(without);
      const only = ({ at, id }: StoredTouchpoint) => at <= asOf && !unknown.has(id);
      const known = await knownAbout(site.id, person);
      return known.folded(site, person, only).map(({ journey, touchpoints }) => ({
        journey,
        purchases: touchpoints.filter(({ type }) => type === 'purchase').map(({ id }) => id),
      }));
    },
  };
}
