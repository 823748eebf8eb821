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
}

export interface WholeRow extends TouchpointRow {
  rowid: number;
  browser: string | null;
  copies: number;
}

/** A touchpoint as the values of `addTouchpoint`. What no query looks at goes into one JSON column. */
export function toRow(site: string, touchpoint: ReceivedTouchpoint): SqlValue[] {
  const { id, visitor, user, type, at, seq, receivedAt, browser, suspicion, ...body } = touchpoint;
  const owner = user === undefined ? `v:${visitor}` : `u:${user}`;
  return [
    site,
    id,
    owner,
    visitor,
    type,
    at,
    seq,
    receivedAt,
    orderNamedBy(touchpoint) ?? null,
    browser ?? null,
    suspicion ?? null,
    JSON.stringify(body),
  ];
}

/** The shop's number of the order that a purchase or a refund names. */
export function orderNamedBy({ type, params }: StoredTouchpoint): string | undefined {
  return type === 'purchase' || type === 'refund' ? transactionOf(params) : undefined;
}

export function fromRow(row: TouchpointRow): StoredTouchpoint {
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
