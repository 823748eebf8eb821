import { isServersWord, type StoredTouchpoint } from '@cartograph/journey';
import { fromRow, type TouchpointRow } from './row.ts';

/** Everything said about one order that counts, the earliest first, each word with the person who said it. */
export type Words = readonly { touchpoint: StoredTouchpoint; person: string }[];

/** What a person's journeys are folded from. */
export interface Material {
  touchpoints: StoredTouchpoint[];
  /** Orders that the person tells of, and that belong to somebody else. */
  foreignOrders: ReadonlySet<string>;
}

/**
 * What a person's journeys are folded from. What the shop's server says of an order goes to whom the
 * order belongs to, whoever the server thought that was.
 *
 * @param rows All that the person's visitors sent. What is in quarantine is left out.
 */
export function materialOf(
  person: string,
  rows: readonly TouchpointRow[],
  wordsOn: (order: string) => Words,
): Material {
  const touchpoints: StoredTouchpoint[] = [];
  const foreignOrders = new Set<string>();
  const known = new Set<string>();

  for (const row of rows) {
    if (row.quarantine !== null) continue;
    const touchpoint = fromRow(row);
    const order = row.transaction_id;
    if (order !== null && !known.has(order)) {
      known.add(order);
      const words = wordsOn(order);
      const owner = ownerOf(words);
      if (owner === person) {
        const others = words.filter((word) => word.person !== person);
        touchpoints.push(...others.map((word) => word.touchpoint).filter(isServersWord));
      } else if (owner !== undefined) {
        foreignOrders.add(order);
      }
    }
    const isForeign = order !== null && foreignOrders.has(order);
    if (!(isForeign && isServersWord(touchpoint))) touchpoints.push(touchpoint);
  }
  return { touchpoints, foreignOrders };
}

/** Whom an order belongs to: the browser that told of it first, else whom the shop's server named first. */
export function ownerOf(words: Words): string | undefined {
  const purchases = words.filter(({ touchpoint }) => touchpoint.type === 'purchase');
  const claimed = purchases.find(({ touchpoint }) => !isServersWord(touchpoint));
  return (claimed ?? purchases[0])?.person;
}
