/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Cart, Stop, StoredTouchpoint } from '@cartograph/journey';
import { toDecimal, VISIT_GAP_MS } from '@cartograph/journey';
import { detailOf } from './detailOf.ts';
import { webAddress } from './link.ts';
import { leftWhere } from './stepNames.ts';
import { typeName } from './typeName.ts';
import type { Voice } from './voice.ts';

/** A journey may have thousands; a page of them helps nobody. */
const SHOWN = 500;

/** What happened, one touchpoint after the other, with the cart as it was and the silences between. */
export function Timeline({
  touchpoints,
  carts,
  stops,
  voice,
}: {
  /** In order. */
  touchpoints: readonly StoredTouchpoint[];
  /** The cart after a touchpoint, by the touchpoint's id. */
  carts: ReadonlyMap<string, Cart>;
  stops: readonly Stop[];
  voice: Voice;
}) {
  const { text, format } = voice;
  const all = remarkable(touchpoints);
  const more = all.length - SHOWN;
  return (
    <>
      <ol class="timeline">
        {all.slice(0, SHOWN).map(({ touchpoint, lastAt }, place) => (
          <>
            <Entry touchpoint={touchpoint} cart={carts.get(touchpoint.id)} voice={voice} />
            <Silence
              from={lastAt}
              to={all[place + 1]?.touchpoint.at}
              stop={stops.find(({ at }) => at >= touchpoint.at && at <= lastAt)}
              voice={voice}
            />
          </>
        ))}
      </ol>
      {more > 0 && <p class="quiet">{text.journey.more(format.count(more))}</p>}
    </>
  );
}

interface Remarkable {
  touchpoint: StoredTouchpoint;
  /** When the last of what goes without saying after it was. */
  lastAt: number;
}

/** A page that is fast needs no line: only what a shopper may have suffered from. */
function remarkable(touchpoints: readonly StoredTouchpoint[]): Remarkable[] {
  const entries: Remarkable[] = [];
  for (const touchpoint of touchpoints) {
    const before = entries.at(-1);
    const goesWithoutSaying =
      touchpoint.type === 'web_vital' && touchpoint.params?.rating === 'good';
    if (before && goesWithoutSaying) before.lastAt = touchpoint.at;
    else entries.push({ touchpoint, lastAt: touchpoint.at });
  }
  return entries;
}

function Entry({
  touchpoint,
  cart,
  voice,
}: {
  touchpoint: StoredTouchpoint;
  cart: Cart | undefined;
  voice: Voice;
}) {
  const { text, format } = voice;
  const { at, type, title, url } = touchpoint;
  const iso = new Date(at).toISOString();
  const detail = detailOf(touchpoint, text);
  const address = webAddress(url);
  return (
    <li>
      <time class="quiet" datetime={iso}>
        {format.dateTime(iso)}
      </time>
      <p>
        <b>{typeName(type, text)}</b> {detail}
        {address && (
          <a class="quiet" href={address} rel="noreferrer">
            {title || new URL(address).pathname}
          </a>
        )}
      </p>
      {cart && (
        <p class="quiet">
          {cart.emptiedAt === undefined
            ? text.journey.inCart(
                format.money({
                  currency: cart.currency,
                  amount: toDecimal(cart.amount, cart.currency),
                }),
              )
            : text.journey.emptyCart}
        </p>
      )}
    </li>
  );
}

/** The time until the next touchpoint, where it was long; a stop, if the shopper left goods behind. */
function Silence({
  from,
  to,
  stop,
  voice,
}: {
  from: number;
  to: number | undefined;
  stop: Stop | undefined;
  voice: Voice;
}) {
  const { text, format } = voice;
  const time = to === undefined ? undefined : format.duration((to - from) / 1000);
  if (stop && (stop.until === undefined ? to === undefined : stop.until === to)) {
    const where = leftWhere(stop.step, undefined, text);
    return (
      <li class="timeline-stop">
        {time === undefined ? text.journey.leftNow(where) : text.journey.left(where, time)}
      </li>
    );
  }
  if (to === undefined || to - from < VISIT_GAP_MS) return null;
  return <li class="timeline-silence quiet">{text.journey.silence(time ?? '')}</li>;
}
