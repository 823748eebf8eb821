/**
 * Listens to events of the window, their names separated by spaces. In the capture phase, so that
 * a shop's own `stopPropagation()` can't silence us.
 */
export function listen(types: string, listener: (event: Event) => void): void {
  for (const type of types.split(' ')) addEventListener(type, listener, true);
}
