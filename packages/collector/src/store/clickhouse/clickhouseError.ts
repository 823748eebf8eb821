import { StoreError } from '../store.ts';

/**
 * Turns what a driver throws into the store's own error; a mistake of ours stays what it is.
 *
 * An insert names its token, so what came to no answer can be tried again as it was.
 * https://github.com/ClickHouse/ClickHouse/blob/master/src/Common/ErrorCodes.cpp
 */
export function clickhouseError(error: unknown): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error;
  const code = Number((error as { code?: unknown }).code);
  if (OURS.has(code)) return error;
  const advice = ADVICE[code];
  return new StoreError(`ClickHouse: ${error.message}${advice ? ` (${advice})` : ''}`, {
    cause: error,
    isBusy: BUSY.has(code),
  });
}

/** Nothing was changed, or nothing that the same statement would change again: it may go in a moment. */
const BUSY: ReadonlySet<number> = new Set([
  159, // TIMEOUT_EXCEEDED
  202, // TOO_MANY_SIMULTANEOUS_QUERIES
  252, // TOO_MANY_PARTS
  286, // UNSATISFIED_QUORUM_FOR_PREVIOUS_WRITE
  289, // REPLICA_IS_NOT_IN_QUORUM
]);

/** SQL that the engine doesn't understand, or values that don't fit: trying again changes nothing. */
const OURS: ReadonlySet<number> = new Set([
  27, // CANNOT_PARSE_INPUT_ASSERTION_FAILED
  36, // BAD_ARGUMENTS
  46, // UNKNOWN_FUNCTION
  47, // UNKNOWN_IDENTIFIER
  53, // TYPE_MISMATCH
  62, // SYNTAX_ERROR
  117, // INCORRECT_DATA
  456, // UNKNOWN_QUERY_PARAMETER
  457, // BAD_QUERY_PARAMETER
]);

const ADVICE: Readonly<Record<number, string>> = {
  81: 'make the database first, or name another one in the address',
  243: 'make room: what was answered is safe, and trackers send the rest again',
  252: 'more inserts than the server merges: fewer collectors, or larger groups',
  497: 'the user may not do this: see CLICKHOUSE.md for what it needs',
  516: 'the address names a user or a password that the server doesn’t know',
};
