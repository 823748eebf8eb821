/** A device's clock counts as wrong past this difference, in milliseconds. Below it, it's the network. */
export const CLOCK_TOLERANCE_MS = 60_000;

/**
 * When a touchpoint happened by the collector's clock, in epoch milliseconds.
 *
 * A batch says when the device thinks it is sent. If that is off by more than a minute, so are its
 * touchpoints, by as much. What still lies in the future happened now.
 */
export function correctedAt({
  at,
  sentAt,
  receivedAt,
}: {
  at: number;
  sentAt: number;
  receivedAt: number;
}): number {
  const offMs = receivedAt - sentAt;
  const shifted = Math.abs(offMs) > CLOCK_TOLERANCE_MS ? at + offMs : at;
  return Math.min(shifted, receivedAt);
}
