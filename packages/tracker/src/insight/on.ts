import { listen } from '../browser/listen.ts';
import { quietly } from '../browser/quietly.ts';

/** Listens to events of the window before the shop does. What `listener` throws stays here. */
export function on<Kind extends Event = Event>(
  types: string,
  listener: (event: Kind) => void,
): void {
  listen(types, quietly(listener as (event: Event) => void));
}
