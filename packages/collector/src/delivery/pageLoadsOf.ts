import { afterArrival, type PageLoad, type PageLoadArrival, placeOf } from './pageLoad.ts';

/** A touchpoint that is stored, with how it was delivered. */
export interface DeliveredRow {
  id: string;
  browser: string | null;
  suspicion: string | null;
  at: number;
  received_at: number;
  /** How often it arrived again. */
  copies: number;
}

/** The page loads of one visitor, by tab. @param rows All that the visitor sent, in the order it arrived. */
export function pageLoadsOf(rows: readonly DeliveredRow[]): Map<string, PageLoad> {
  const loads = new Map<string, PageLoad>();
  for (const arrival of rows.filter(isMeasured).flatMap(arrivalsOf)) {
    const tab = placeOf(arrival.id)?.tab;
    if (tab !== undefined) loads.set(tab, afterArrival(loads.get(tab), arrival));
  }
  return loads;
}

/** A touchpoint's arrival, and those of its copies. */
export function arrivalsOf({
  id,
  browser,
  at,
  received_at: receivedAt,
  copies,
}: DeliveredRow): PageLoadArrival[] {
  const arrival = { id, browser: browser ?? '', at, receivedAt, isNew: true };
  return [arrival, ...Array.from({ length: copies }, () => ({ ...arrival, isNew: false }))];
}

/** A crawler's deliveries tell nothing about shoppers' browsers. */
export function isMeasured({
  browser,
  suspicion,
}: {
  browser?: string | null | undefined;
  suspicion?: string | null | undefined;
}): boolean {
  return Boolean(browser) && !suspicion;
}
