import { type StoredTouchpoint, transactionOf } from '@cartograph/journey';
import type { SqlValue } from './sqlDriver.ts';

export interface TouchpointRow {
  id: string;
  owner: string;
  visitor: string;
  type: string;
  at: number;
  seq: number;
  received_at: number;
  body: string;
}

/** A touchpoint as the values of `addTouchpoint`. What no query looks at goes into one JSON column. */
export function toRow(
  site: string,
  { id, visitor, user, type, at, seq, receivedAt, ...body }: StoredTouchpoint,
): SqlValue[] {
  const owner = user === undefined ? `v:${visitor}` : `u:${user}`;
  const order = type === 'purchase' ? transactionOf(body.params) : undefined;
  return [site, id, owner, visitor, type, at, seq, receivedAt, order ?? null, JSON.stringify(body)];
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
