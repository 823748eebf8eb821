import { oneLine } from './oneLine.ts';

export const LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export const FORMATS = ['text', 'json'] as const;

/** `debug`: every request. `info`: what the collector does by itself. `warn`, `error`: what an operator should see to. */
export type Level = (typeof LEVELS)[number];
export type LogFormat = (typeof FORMATS)[number];

export interface About {
  /** @default 'warn' */
  level?: Level;
  /** What belongs to the message, by name. */
  [field: string]: string | number | boolean | undefined;
}

/** Says something to the operator. What was sent in may stand in it as it came. */
export type Log = (message: string, about?: About) => void;

export interface LogOptions {
  /** Takes a whole line, without its end. */
  write: (line: string) => void;
  /** What is less than this is not written. @default 'info' */
  level?: Level;
  /** `json`: an object a line, with `time` (ISO 8601), `level`, `message` and the fields. @default 'text' */
  format?: LogFormat;
  /** Epoch milliseconds. @default Date.now */
  now?: () => number;
}

/** A log of lines: one call, one line, whatever stands in it. */
export function createLog({
  write,
  level: least = 'info',
  format = 'text',
  now = Date.now,
}: LogOptions): Log {
  const line = format === 'json' ? jsonLine : textLine;
  return (message, { level = 'warn', ...fields } = {}) => {
    if (LEVELS.indexOf(level) < LEVELS.indexOf(least)) return;
    write(line({ time: new Date(now()).toISOString(), level, message, fields }));
  };
}

interface Entry {
  time: string;
  level: Level;
  message: string;
  fields: Readonly<Record<string, unknown>>;
}

/** A field can't pass for the line's own time, level or message. */
function jsonLine({ time, level, message, fields }: Entry): string {
  const clean = (_: string, value: unknown) => (typeof value === 'string' ? oneLine(value) : value);
  return JSON.stringify({ ...fields, time, level, message }, clean);
}

function textLine({ time, level, message, fields }: Entry): string {
  const told = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}=${typeof value === 'string' ? quoted(value) : value}`);
  return oneLine(`${time} ${level.padEnd(5)} ${message}${told.join('')}`);
}

function quoted(text: string): string {
  return /^[\w./:*-]+$/.test(text) ? text : JSON.stringify(text);
}
