import { quietly } from '../browser/quietly.ts';
import type { Tracker } from '../tracker.ts';

type Command = [name: keyof Tracker, ...args: never[]];

interface CommandFunction {
  (...command: Command): void;
  /** What was called before the script had loaded. */
  q?: { push(command: Command): void; forEach?: Command[]['forEach'] };
}

/**
 * Makes `cartograph('track', 'add_to_cart', {…})` work, and does in order what was called before
 * the script had loaded, by the snippet
 * `window.cartograph ||= (...a) => (cartograph.q ||= []).push(a)`.
 */
export function takeCommands(tracker: Tracker): void {
  const page = window as { cartograph?: CommandFunction };
  const run = quietly(([name, ...args]: Command) => {
    (tracker[name] as (...args: unknown[]) => unknown)(...args);
  });

  page.cartograph?.q?.forEach?.(run);
  page.cartograph = (...command) => run(command);
  // Someone may still hold the snippet's function, which pushes here.
  page.cartograph.q = { push: run };
}
