import { stepName } from '../stepNames.ts';
import { typeName } from '../typeName.ts';
import type { Voice } from '../voice.ts';
import { pathWords } from './words.ts';

/** A step of a path in words: a page by its path, all else by what was done. A custom one keeps its name. */
export function markName(mark: string, { locale, text }: Voice): string {
  const words = pathWords(locale).marks;
  const space = mark.indexOf(' ');
  const type = space < 0 ? mark : mark.slice(0, space);
  const detail = space < 0 ? '' : mark.slice(space + 1);
  if (type === 'purchase') return words.purchase;
  if (detail === '') return typeName(type, text);
  if (type === 'page_view') return detail === '/' ? words.frontPage : readable(detail);
  if (type === 'checkout_step') return lowered(stepName(detail, text));
  if (type === 'alert') {
    const about: Readonly<Record<string, string>> = words.alerts;
    return words.alert((Object.hasOwn(about, detail) ? about[detail] : undefined) ?? detail);
  }
  return `${typeName(type, text)}: ${detail}`;
}

/** Escaped letters are letters again: `/%EC%B0%A8` says nothing to anyone. */
function readable(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function lowered(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
