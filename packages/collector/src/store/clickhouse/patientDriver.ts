import { withPatience } from '../patient.ts';
import { wrapped } from '../wrapped.ts';
import type { ClickHouseDriver } from './clickhouseDriver.ts';

/** How long a statement is tried again, in milliseconds: merges catch up, and quorums come together. */
const PATIENCE_MS = 5000;

/**
 * A driver that tries again what found the database busy. Each statement may be run twice: an insert has
 * its token, and all others leave the same behind.
 */
export function patientDriver(driver: ClickHouseDriver): ClickHouseDriver {
  return wrapped(driver, withPatience(PATIENCE_MS));
}
