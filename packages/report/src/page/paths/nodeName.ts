import type { PathNode } from '../../paths/paths.ts';
import type { Voice } from '../voice.ts';
import { markName } from './markName.ts';
import { pathWords } from './words.ts';

/** What a place in the diagram is called. */
export function nodeName(
  { kind, step, steps = 0 }: Pick<PathNode, 'kind' | 'step' | 'steps'>,
  { voice, back }: { voice: Voice; back: boolean },
): string {
  const { kinds } = pathWords(voice.locale);
  if (kind === 'step') return markName(step, voice);
  if (kind === 'other') return kinds.other(voice.format.count(steps));
  return kind === 'more' && back ? kinds.moreBefore : kinds[kind];
}
