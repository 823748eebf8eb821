import type { Io } from '../../src/commands/command.ts';
import { NOW } from '../touchpoints.ts';

/** A command line whose both ends a test holds. */
export function commandLine(env: Io['env'] = {}): {
  io: Io;
  said: () => { out: string; err: string };
} {
  let out = '';
  let err = '';
  const io: Io = {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    env,
    now: () => NOW,
    isTerminal: false,
    signal: new AbortController().signal,
  };
  return { io, said: () => ({ out, err }) };
}
