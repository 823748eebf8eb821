import { LIVE_COLUMNS, type LiveBoard } from './liveBoard.ts';

/** The carts that a live page lists, one a row. */
export function liveRows(board: LiveBoard): object[] {
  return LIVE_COLUMNS.flatMap((column) =>
    board[column].listed.map((cart) => ({ asOf: board.asOf, column, ...cart })),
  );
}
