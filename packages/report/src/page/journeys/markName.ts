import { stepName } from '../stepNames.ts';
import { typeName } from '../typeName.ts';
import type { Voice } from '../voice.ts';
import { metName } from './metName.ts';

/** A mark of a trail in words: a page by its path, a step and an alert by their names, anything else by what was done. */
export function markName(mark: string, voice: Voice): string {
  const { text } = voice;
  const space = mark.indexOf(' ');
  if (space < 0) return typeName(mark, text);

  const [type, rest] = [mark.slice(0, space), mark.slice(space + 1)];
  switch (type) {
    case 'page_view':
      return rest;
    case 'checkout_step':
      return stepName(rest, text);
    case 'alert':
      return metName(`alert:${rest}`, voice);
    default:
      return `${typeName(type, text)}: ${rest}`;
  }
}
