/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { JourneyState } from '../../journeys/journeyState.ts';
import { Swatch } from '../swatch.tsx';
import type { Voice } from '../voice.ts';
import { wordsOf } from './wordsOf.ts';

/** What became of a journey, in a word and the colour that charts have for it. */
export function StateTag({ state, voice }: { state: JourneyState; voice: Voice }) {
  const look = state === 'no_cart' ? 'onward' : state === 'recovered' ? 'ordered' : state;
  return (
    <>
      <Swatch of={look} />
      {wordsOf(voice.locale).list.states[state]}
    </>
  );
}
