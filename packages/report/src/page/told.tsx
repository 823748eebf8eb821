/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Voice } from './voice.ts';

/** Something that the shop's own systems were told of a journey. */
export interface ToldEvent {
  id: string;
  /** `cart.abandoned` */
  type: string;
  /** When it happened, in epoch milliseconds. */
  at: number;
  /** What came of it, as they said: `mailed`, `clicked`. Times are epoch milliseconds. */
  outcomes: readonly { outcome: string; at: number }[];
}

/** What the shop's systems were told, and what they did, oldest first. Names are the API's own. */
export function Told({ events, voice }: { events: readonly ToldEvent[]; voice: Voice }) {
  const when = (at: number) => {
    const iso = new Date(at).toISOString();
    return <time datetime={iso}>{voice.format.dateTime(iso)}</time>;
  };
  return (
    <>
      {events.map(({ id, type, at, outcomes }) => (
        <div key={id}>
          <code>{type}</code> <span class="quiet">{when(at)}</span>
          {outcomes.map((each) => (
            <div>
              → <code>{each.outcome}</code> <span class="quiet">{when(each.at)}</span>
            </div>
          ))}
        </div>
      ))}
    </>
  );
}
