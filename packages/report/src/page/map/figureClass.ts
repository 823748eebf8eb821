/**
 * Sets a large figure smaller where it is long, so that it stays in its column.
 *
 * @param room How many characters fit at full size.
 */
export function figureClass(name: string, shown: string, room: number): string {
  if (shown.length > room + 4) return `${name} is-longest`;
  return shown.length > room ? `${name} is-longer` : name;
}
