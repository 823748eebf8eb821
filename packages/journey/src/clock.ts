/** A device's clock counts as slow past this difference, in milliseconds. Below it, it's the network. */
export const CLOCK_TOLERANCE_MS = 60_000;

/**
 * When a touchpoint happened by the collector's clock, in epoch milliseconds.
 *
 * A batch says when the device thinks it is sent. If that is more than a minute ago, or still to
 * come, its touchpoints are off by as much: cut off at now instead, those of a fast clock would change
 * places with what is sent again later. What still lies in the future happened now.
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
  const shifted = offMs < 0 || offMs > CLOCK_TOLERANCE_MS ? at + offMs : at;
  return Math.min(shifted, receivedAt);
}
