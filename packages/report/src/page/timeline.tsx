/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Cart, Stop, StoredTouchpoint } from '@cartograph/journey';
import { toDecimal } from '@cartograph/journey';
import { detailOf } from './detailOf.ts';
import type { Entry, Line, Silence, TimelineVisit } from './journeys/visitsOf.ts';
import { visitsOf } from './journeys/visitsOf.ts';
import { wordsOf } from './journeys/wordsOf.ts';
import { webAddress } from './link.ts';
import { leftWhere } from './stepNames.ts';
import { typeName } from './typeName.ts';
import type { Voice } from './voice.ts';

/** A journey may have thousands; a page of them helps nobody. */
const SHOWN = 500;

type Carts = ReadonlyMap<string, Cart>;

/** What happened, visit by visit, with the cart as it was and the silences between. */
export function Timeline({
  touchpoints,
  carts,
  stops,
  voice,
}: {
  /** In order. */
  touchpoints: readonly StoredTouchpoint[];
  /** The cart after a touchpoint, by the touchpoint's id. */
  carts: Carts;
  stops: readonly Stop[];
  voice: Voice;
}) {
  const { text, format } = voice;
  const visits = visitsOf(touchpoints, stops);
  const all = visits.flatMap(({ lines }) => lines.flatMap(({ entries }) => entries)).length;
  let left = SHOWN;
  return (
    <>
      {visits.map((visit) => {
        const lines: Line[] = [];
        for (const line of visit.lines) {
          if (left <= 0) break;
          lines.push({ ...line, entries: line.entries.slice(0, left) });
          left -= line.entries.length;
        }
        return (
          lines.length > 0 && <Visit visit={{ ...visit, lines }} carts={carts} voice={voice} />
        );
      })}
      {all > SHOWN && <p class="quiet">{text.journey.more(format.count(all - SHOWN))}</p>}
    </>
  );
}

function Visit({ visit, carts, voice }: { visit: TimelineVisit; carts: Carts; voice: Voice }) {
  const { text, format } = voice;
  const words = wordsOf(voice.locale).one;
  const { number, startedAt, endedAt, device, channel, isElsewhere, lines } = visit;
  const iso = new Date(startedAt).toISOString();
  const seconds = (endedAt - startedAt) / 1000;
  const how = [
    seconds >= 1 && words.lasted(format.duration(seconds)),
    device && (isElsewhere ? words.nowOn(text.carts.devices[device]) : text.carts.devices[device]),
    channel,
  ];
  return (
    <section class="visit">
      <h3>{number === undefined ? words.later : words.visit(format.count(number))}</h3>
      <p class="quiet">
        <time datetime={iso}>{format.dateTime(iso)}</time>
        {how.filter(Boolean).map((each) => (
          <>
            {' · '}
            {each}
          </>
        ))}
      </p>
      <ol class="timeline">
        {lines.map(({ entries, silence }) => (
          <>
            {entries.length === 1 ? (
              <Single entry={entries[0] as Entry} carts={carts} voice={voice} />
            ) : (
              <Run entries={entries} carts={carts} voice={voice} />
            )}
            {silence && <Pause silence={silence} voice={voice} />}
          </>
        ))}
      </ol>
    </section>
  );
}

/** Several that only looked around: one line, that opens. */
function Run({ entries, carts, voice }: { entries: readonly Entry[]; carts: Carts; voice: Voice }) {
  const { run } = wordsOf(voice.locale).one;
  return (
    <li class="timeline-run">
      <Time at={(entries[0] as Entry).touchpoint.at} voice={voice} />
      <details>
        <summary>{run(voice.format.count(entries.length))}</summary>
        <ol>
          {entries.map((entry) => (
            <Single entry={entry} carts={carts} voice={voice} />
          ))}
        </ol>
      </details>
    </li>
  );
}

function Single({
  entry: { touchpoint, isTrouble },
  carts,
  voice,
}: {
  entry: Entry;
  carts: Carts;
  voice: Voice;
}) {
  const { text } = voice;
  const { at, id, type, title, url } = touchpoint;
  const cart = carts.get(id);
  const detail = detailOf(touchpoint, text);
  const address = webAddress(url);
  return (
    <li class={isTrouble ? 'timeline-trouble' : undefined}>
      <Time at={at} voice={voice} />
      <p>
        <b>{typeName(type, text)}</b> {detail}
        {address && (
          <a class="quiet" href={address} rel="noreferrer">
            {title || new URL(address).pathname}
          </a>
        )}
      </p>
      {cart && <p class="quiet">{held(cart, voice)}</p>}
    </li>
  );
}

/** What was in the cart then; once it is ordered, what it was ordered for. */
function held({ currency, amount, emptiedAt, order }: Cart, { text, format }: Voice): string {
  if (emptiedAt !== undefined) return text.journey.emptyCart;
  const money = format.money({ currency, amount: toDecimal(amount, currency) });
  return order ? money : text.journey.inCart(money);
}

function Time({ at, voice: { format } }: { at: number; voice: Voice }) {
  const iso = new Date(at).toISOString();
  return (
    <time class="quiet" datetime={iso}>
      {format.time(iso)}
    </time>
  );
}

/** The time until the next touchpoint, where it was long; a stop, if the shopper left goods behind. */
function Pause({ silence: { ms, stop }, voice }: { silence: Silence; voice: Voice }) {
  const { text, format } = voice;
  const time = ms === undefined ? undefined : format.duration(ms / 1000);
  if (!stop) {
    return <li class="timeline-silence quiet">{text.journey.silence(time ?? '')}</li>;
  }
  const where = leftWhere(stop.step, undefined, text);
  return (
    <li class="timeline-stop">
      {time === undefined ? text.journey.leftNow(where) : text.journey.left(where, time)}
    </li>
  );
}
