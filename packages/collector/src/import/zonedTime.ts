const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Makes a converter from wall clock time in a zone to epoch milliseconds. The wall clock time comes
 * as the epoch milliseconds it would have in UTC.
 *
 * An hour that happens twice is taken as its first, one that is skipped as the hour after: what
 * `Temporal` calls compatible.
 *
 * @param zone IANA name.
 * @throws {RangeError} For a zone that isn't known.
 */
export function zonedTime(zone: string): (local: number) => number {
  if (zone === 'UTC') return (local) => local;

  const offsetAt = zoneOffset(zone);
  // Asking `Intl` takes as long as all else about a row, so it is asked about days.
  const offsetsByDay = new Map<number, { before: number; after: number }>();

  return (local) => {
    const day = Math.floor(local / DAY_MS);
    let offsets = offsetsByDay.get(day);
    if (!offsets) {
      // A day more on both sides: offsets reach 14 hours.
      offsets = { before: offsetAt((day - 1) * DAY_MS), after: offsetAt((day + 2) * DAY_MS) };
      offsetsByDay.set(day, offsets);
    }
    const { before, after } = offsets;
    if (before === after) return local - before;

    const fits = [before, after].find((offset) => offsetAt(local - offset) === offset);
    return local - (fits ?? before);
  };
}

/** How far a zone's clock is ahead of UTC at an instant, in milliseconds. */
function zoneOffset(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });

  return (at) => {
    const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours = 0, minutes = 0, seconds = 0] =
      /([+-])(\d+):(\d+)(?::(\d+))?/.exec(name) ?? [];
    const ms = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
    return sign === '-' ? -ms : ms;
  };
}
