/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Voice } from '../voice.ts';
import type { Words } from './en.ts';

export interface Named {
  name: string;
  journeys: number;
}

/** What was met, with the journeys that met it, the most frequent first. */
export function MetList({
  label,
  met,
  before,
  show,
  marked,
  none,
  words,
  voice: { format },
}: {
  label: string;
  met: readonly Named[];
  before: readonly Named[] | undefined;
  /** How many are listed. */
  show: number;
  /** With a mark of danger, as charts have for wrecks. */
  marked?: boolean;
  /** What to say where there is nothing. */
  none?: string;
  words: Words;
  voice: Voice;
}) {
  if (met.length === 0) return none ? <p class="quiet">{none}</p> : null;
  return (
    <ul class={marked ? 'met met-pains' : 'met'} aria-label={label}>
      {met.slice(0, show).map(({ name, journeys }) => (
        <li>
          {marked && <Wreck />}
          <span class="met-name">
            {name}
            {before && (
              <span class="met-before">
                {words.compare.was(
                  format.count(before.find((each) => each.name === name)?.journeys ?? 0),
                )}
              </span>
            )}
          </span>{' '}
          <b>{format.count(journeys)}</b>
        </li>
      ))}
      {met.length > show && (
        <li class="quiet">{words.pains.more(format.count(met.length - show))}</li>
      )}
    </ul>
  );
}

function Wreck() {
  return (
    <svg class="wreck" viewBox="0 0 14 14" aria-hidden="true">
      <path d="M1 7H13M7 3V11M4 5V9M10 5V9" />
    </svg>
  );
}
