import {
  inSegment,
  type LiveBoard,
  type LiveCarts,
  liveBoard,
  livePage,
  liveRows,
} from '@cartograph/report';
import { lastTypeOf } from '../reading/liveCarts.ts';
import type { Asking, Report } from './report.ts';

/** Journeys that are looked at, the ones that moved last. */
const LOOKED_AT = 5000;

const DAY_MS = 24 * 60 * 60 * 1000;

/** The carts of this moment, whatever period is asked for. */
export const liveReport: Report<LiveBoard> = {
  name: 'live',
  read: async (asking) => {
    const { store, site, now, segment, orders } = asking;
    const { abandonedAfterMs, currency } = site;
    const from = now - DAY_MS - abandonedAfterMs;
    const latest = await store.latest(site.id, { from, limit: LOOKED_AT });
    const board = liveBoard(
      latest.filter((fact) => inSegment(fact, segment)),
      {
        now,
        abandonedAfterMs,
        currency,
        onlyConfirmed: orders === 'confirmed',
        complete: latest.length < LOOKED_AT,
      },
    );
    return {
      ...board,
      shopping: await withLastTypes(board.shopping, asking),
      checkout: await withLastTypes(board.checkout, asking),
      idle: await withLastTypes(board.idle, asking),
      left: await withLastTypes(board.left, asking),
    };
  },
  csv: liveRows,
  page: (board, view) => livePage({ ...view, board }),
};

async function withLastTypes(carts: LiveCarts, { store, site }: Asking): Promise<LiveCarts> {
  const listed = carts.listed.map(async (cart) => {
    const { journey: id, person } = cart;
    return { ...cart, lastType: await lastTypeOf(store, site, { id, person }) };
  });
  return { ...carts, listed: await Promise.all(listed) };
}
