import { pageLoadsOf } from '../../delivery/pageLoadsOf.ts';
import type { Site } from '../../sites/site.ts';
import { textsOf } from '../journeyTexts.ts';
import type { Values } from './clickhouseDriver.ts';
import type { Known } from './known.ts';
import { keyOf } from './sources.ts';

/** What a person was folded to, as it is stored: a row for the person, and one for each journey. */
export function foldRows(
  site: Site,
  person: string,
  {
    known,
    copies,
    version,
  }: { known: Known; copies: ReadonlyMap<string, number>; version: number },
): Values[] {
  const held = known.rowsOf(person).filter(({ quarantine }) => quarantine !== null);
  // A visitor's page loads are its own, whoever signed in on it.
  const arrived = known
    .rowsAt(person)
    .map((row) => ({ ...row, copies: copies.get(keyOf(row)) ?? 0 }))
    .sort((a, b) => a.received_at - b.received_at || (a.id < b.id ? -1 : 1));
  const loads = [...pageLoadsOf(arrived)];
  const whose = { site: site.id, person, version };

  return [
    {
      ...whose,
      kind: 'person',
      gone: known.rowsOf(person).length + known.rowsAt(person).length === 0,
      'held.id': held.map(({ id }) => id),
      'held.visitor': held.map(({ visitor }) => visitor),
      'held.reason': held.map(({ quarantine }) => quarantine),
      'held.at': held.map(({ at }) => at),
      'loads.tab': loads.map(([tab]) => tab),
      'loads.browser': loads.map(([, load]) => load.browser),
      'loads.first_at': loads.map(([, load]) => load.firstAt),
      'loads.last_at': loads.map(([, load]) => load.lastAt),
      'loads.highest': loads.map(([, load]) => load.highest),
      'loads.delivered': loads.map(([, load]) => load.delivered),
      'loads.late': loads.map(([, load]) => load.late),
      'loads.doubled': loads.map(([, load]) => load.doubled),
    },
    ...known.folded(site, person).map(({ journey }) => ({
      ...whose,
      kind: 'journey',
      id: journey.id,
      started_at: journey.startedAt,
      last_at: journey.lastAt,
      cart_created_at: journey.cart?.createdAt ?? null,
      ordered_at: journey.cart?.order?.at ?? null,
      ...textsOf(journey),
    })),
  ];
}
