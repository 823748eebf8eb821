const SHOWN_CHARS = 60;

/** A value as a message shows it: in quotes, cut where it gets long. */
export function quote(value: unknown): string {
  if (value === undefined || value === '') return 'nothing';
  const text = JSON.stringify(value);
  return text.length <= SHOWN_CHARS ? text : `${text.slice(0, SHOWN_CHARS)}…`;
}
