import { type ParseArgsConfig, parseArgs } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Where a command reads and writes, so that a test can hold both ends. */
export interface Io {
  /** Results: what a pipe wants. */
  out: (text: string) => void;
  /** Progress and remarks. */
  err: (text: string) => void;
  env: Readonly<Record<string, string | undefined>>;
  /** Epoch milliseconds. */
  now: () => number;
  /** Whether somebody is watching progress on a terminal. */
  isTerminal: boolean;
  /** Aborted when the process is asked to stop. */
  signal: AbortSignal;
}

export interface Command {
  /** As typed: `site add`. */
  name: string;
  /** The rest of the line, and what it does. */
  usage: string;
  run: (args: readonly string[], io: Io) => Promise<void>;
}

/** A mistake in what was typed. Its message says what was expected and what came. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Reads a command's options; what is no option is positional. */
export function readArgs<T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

export function required(value: string | undefined, option: string): string {
  if (value === undefined || value === '') throw new UsageError(`Expected --${option}, got none`);
  return value;
}

/** A whole number of an option, or its default. */
export function wholeNumber(value: string | undefined, option: string, fallback: number): number {
  if (value === undefined) return fallback;
  if (!/^\d{1,9}$/.test(value)) {
    throw new UsageError(`Expected --${option} to be a whole number, got ${JSON.stringify(value)}`);
  }
  return Number(value);
}

/** An option that is a word of a list. `undefined` when it was not given. */
export function oneOf<T extends string>(
  words: readonly T[],
  value: string | undefined,
  option: string,
): T | undefined {
  const word = words.find((each) => each === value);
  if (word !== undefined || value === undefined) return word;
  throw new UsageError(
    `Expected --${option} to be ${words.join(', ')}, got ${JSON.stringify(value)}`,
  );
}
