import { type StoredTouchpoint, transactionOf } from '@cartograph/journey';
import type { Reason, Suspicion } from '../quarantine/reasons.ts';
import type { SqlValue } from './sqlDriver.ts';
import type { ReceivedTouchpoint } from './store.ts';

/** A touchpoint as a fold needs it. */
export interface TouchpointRow {
  id: string;
  owner: string;
  visitor: string;
  type: string;
  at: number;
  seq: number;
  received_at: number;
  transaction_id: string | null;
  suspicion: Suspicion | '' | null;
  quarantine: Reason | null;
  body: string;
  /** What it was made of, where it has only just arrived. */
  told?: StoredTouchpoint;
}

export interface ArrivedRow extends TouchpointRow {
  browser: string | null;
}

export interface WholeRow extends ArrivedRow {
  rowid: number;
  copies: number;
}

/** A touchpoint that arrives, as it is stored. What no query looks at goes into one JSON column. */
export function toRow(touchpoint: ReceivedTouchpoint): ArrivedRow {
  const { id, visitor, user, type, at, seq, receivedAt, browser, suspicion, ...body } = touchpoint;
  return {
    id,
    owner: user === undefined ? `v:${visitor}` : `u:${user}`,
    visitor,
    type,
    at,
    seq,
    received_at: receivedAt,
    transaction_id: orderNamedBy(touchpoint) ?? null,
    browser: browser ?? null,
    suspicion: suspicion ?? null,
    quarantine: null,
    body: JSON.stringify(body),
    told: { id, visitor, ...(user !== undefined && { user }), type, at, seq, receivedAt, ...body },
  };
}

/** The values of `addTouchpoint`. */
export function valuesOf(site: string, row: ArrivedRow): SqlValue[] {
  const { id, owner, visitor, type, at, seq, received_at, transaction_id, browser } = row;
  const { suspicion, body } = row;
  const what = [type, at, seq, received_at, transaction_id, browser, suspicion, body];
  return [site, id, owner, visitor, ...what];
}

/** The shop's number of the order that a purchase or a refund names. */
export function orderNamedBy({ type, params }: StoredTouchpoint): string | undefined {
  return type === 'purchase' || type === 'refund' ? transactionOf(params) : undefined;
}

export function fromRow(row: TouchpointRow): StoredTouchpoint {
  if (row.told) return row.told;
  const { id, owner, visitor, type, at, seq, received_at: receivedAt, body } = row;
  return {
    id,
    visitor,
    ...(owner.startsWith('u:') && { user: owner.slice(2) }),
    type,
    at,
    seq,
    receivedAt,
    ...JSON.parse(body),
  };
}
