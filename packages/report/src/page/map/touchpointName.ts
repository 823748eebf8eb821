import { typeName } from '../typeName.ts';
import type { Voice } from '../voice.ts';
import type { Words } from './en.ts';

/** What was done, in words, with those that only the map has. */
export function touchpointName(
  type: string,
  { words, voice }: { words: Words; voice: Voice },
): string {
  const own: Readonly<Record<string, string>> = words.types;
  return Object.hasOwn(own, type) ? own[type]! : typeName(type, voice.text);
}
