import { fold, type StoredTouchpoint } from '@cartograph/journey';
import type { StagesFact } from '../../src/question.ts';
import { DAY, MINUTE, NOW } from '../facts.ts';

type Told = readonly [
  minute: number,
  type: string,
  params?: StoredTouchpoint['params'],
  rest?: Partial<StoredTouchpoint>,
];

/** What a person did, folded: minutes count from three days before `NOW`. */
export function shopper(person: string, ...told: Told[]): StagesFact[] {
  const touchpoints = told.map(
    ([minute, type, params, rest], seq): StoredTouchpoint => ({
      id: `${person}-${seq}`,
      type,
      at: NOW - 3 * DAY + minute * MINUTE,
      seq,
      visitor: person,
      receivedAt: NOW,
      ...(params && { params }),
      ...rest,
    }),
  );
  return fold(touchpoints, { currency: 'EUR' }).map(({ journey }) => ({
    ...journey,
    person: `v:${person}`,
  }));
}

export const goods = (value: number) => ({ value, items: [{ item_id: 'G1', price: value }] });
