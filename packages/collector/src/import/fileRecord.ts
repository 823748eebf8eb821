/** Values by column name or JSON key: texts from CSV, anything from JSON. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * One record of a file. All of them together, in order, are the file byte for byte.
 *
 * With neither `fields` nor `problem` it is nothing to read: an empty line, or more of a damaged one.
 */
export interface FileRecord {
  /** Physical line it starts on, from 1. */
  line: number;
  /** Physical line that follows it. */
  nextLine: number;
  /** Its bytes with its line break, and with the empty lines before it. */
  raw: Buffer;
  fields?: Fields;
  /** Rows that belong to it: the further lines of an order, say. */
  following?: readonly Fields[];
  /** Why it could not be read: what was expected and what came. */
  problem?: string;
}
