/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import {
  cartState,
  isRecovered,
  type Journey,
  type Order,
  type StoredTouchpoint,
  stopsAsOf,
  toDecimal,
} from '@cartograph/journey';
import { cartHistory } from './cartHistory.ts';
import { Cash } from './cash.tsx';
import type { Frame, Site } from './frame.ts';
import { Goods } from './goods.tsx';
import { CartChart } from './journeys/cartChart.tsx';
import { visitsOf } from './journeys/visitsOf.ts';
import { wordsOf } from './journeys/wordsOf.ts';
import { Layout } from './layout.tsx';
import { link, sitePath, webAddress } from './link.ts';
import { stepName } from './stepNames.ts';
import { Timeline } from './timeline.tsx';
import { Told, type ToldEvent } from './told.tsx';
import { type Voice, voiceOf } from './voice.ts';

export interface JourneyView extends Frame {
  site: Site;
  journey: Journey;
  /** `u:` and a user's id, or `v:` and a visitor's. */
  person: string;
  /** What the journey was folded from, in order. */
  touchpoints: readonly StoredTouchpoint[];
  /** The moment the page is true at, in epoch milliseconds. */
  asOf: number;
  /** The site's idea of an abandonment, in milliseconds. */
  abandonedAfterMs: number;
  /** What the shop's own systems were told of it, oldest first. @default nothing */
  told?: readonly ToldEvent[];
}

/** One journey from its first touchpoint on: what was done, what was in the cart, where it stopped. */
export function JourneyPage(view: JourneyView) {
  const { site, journey, person, touchpoints, asOf, abandonedAfterMs, told = [] } = view;
  const voice = voiceOf(view.locale, site.timeZone);
  const { text, format } = voice;
  const { cart, entry } = journey;
  const iso = (at: number) => new Date(at).toISOString();
  const address = webAddress(entry.referrer) ?? webAddress(entry.url);
  const host = address && new URL(address).host;
  const origin = [
    host,
    entry.channelGroup ?? entry.channel,
    entry.device && text.carts.devices[entry.device],
  ];
  const stops = cart ? stopsAsOf(cart, asOf, abandonedAfterMs) : [];
  const carts = cartHistory(touchpoints, { currency: site.currency, abandonedAfterMs });
  const history = touchpoints.flatMap(({ id, at }) => {
    const then = carts.get(id);
    return then ? [{ at, cart: then }] : [];
  });
  // Bought as a part of the order before: told there, and felt here.
  if (cart?.emptiedAt !== undefined && cart.emptiedAt > (history.at(-1)?.at ?? 0)) {
    history.push({ at: cart.emptiedAt, cart });
  }
  const words = wordsOf(view.locale).one;
  return (
    <Layout frame={view} voice={voice} title={text.journey.title} site={site} page="journeys">
      <div class="title">
        <div>
          <h1>{text.journey.title}</h1>
          <p>
            {text.journey.span(
              text.units.visits(journey.visits, format.count(journey.visits)),
              format.dateTime(iso(journey.startedAt)),
              format.dateTime(iso(journey.lastAt)),
            )}
          </p>
          <p class="quiet">
            {text.frame.timeZone(site.timeZone)}, {text.frame.asOf(format.dateTime(iso(asOf)))}
          </p>
        </div>
        <a href={link(sitePath(site, 'journeys'), { lang: view.lang })}>{words.all}</a>
      </div>
      <dl class="figures">
        <div class="figure">
          <dt>{text.journey.state}</dt>
          <dd>
            {cart
              ? text.figures.states[cartState(cart, asOf, abandonedAfterMs)]
              : text.journey.noCart}
            {cart && isRecovered(cart) && `, ${text.journey.recovered}`}
          </dd>
        </div>
        {cart && (
          <>
            <div class="figure">
              <dt>{text.journey.worth}</dt>
              <dd class="figure-value">
                <Cash
                  money={{
                    currency: cart.currency,
                    amount: toDecimal(cart.amount, cart.currency),
                  }}
                  voice={voice}
                />
              </dd>
            </div>
            <div class="figure">
              <dt>{text.journey.deepest}</dt>
              <dd>{cart.order ? text.steps.ordered : stepName(cart.deepest ?? 'cart', text)}</dd>
            </div>
            <div class="figure">
              <dt>{text.journey.goods}</dt>
              <dd>
                <Goods lines={cart.lines} voice={voice} />
              </dd>
            </div>
          </>
        )}
        {cart?.order && (
          <div class="figure">
            <dt>{words.order}</dt>
            <dd>
              <OrderFacts order={cart.order} voice={voice} />
            </dd>
          </div>
        )}
        <div class="figure">
          <dt>{text.journey.from}</dt>
          <dd>{origin.filter(Boolean).join(', ') || text.journey.unknown}</dd>
        </div>
        <div class="figure">
          <dt>{text.journey.person}</dt>
          <dd title={person}>{shortened(person)}</dd>
        </div>
        {told.length > 0 && (
          <div class="figure">
            <dt>{text.journey.told}</dt>
            <dd>
              <Told events={told} voice={voice} />
            </dd>
          </div>
        )}
      </dl>
      {cart && (
        <CartChart
          cart={cart}
          history={history}
          visits={visitsOf(touchpoints, stops)}
          stops={stops}
          asOf={asOf}
          voice={voice}
        />
      )}
      <section aria-labelledby="timeline-heading">
        <h2 id="timeline-heading">{text.journey.timeline}</h2>
        <p class="intro">{text.journey.unit}</p>
        <Timeline touchpoints={touchpoints} carts={carts} stops={stops} voice={voice} />
      </section>
    </Layout>
  );
}

/** Its number, who told it, and what became of it since. */
function OrderFacts({ order, voice }: { order: Order; voice: Voice }) {
  const words = wordsOf(voice.locale).one;
  const { id, confirmed, cancelled, refunded, currency } = order;
  return (
    <>
      {shortened(id)}
      <span class="quiet">
        {' '}
        {confirmed ? words.confirmed : words.claimed}
        {cancelled && `, ${words.cancelled}`}
        {refunded > 0 &&
          `, ${words.refunded(voice.format.money({ currency, amount: toDecimal(refunded, currency) }))}`}
      </span>
    </>
  );
}

/** The ids that browsers get are long, and say nothing: their ends tell them apart. */
function shortened(person: string): string {
  return person.length > 24 ? `${person.slice(0, 8)}…${person.slice(-6)}` : person;
}
