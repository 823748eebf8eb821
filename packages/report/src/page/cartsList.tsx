/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { AbandonedCart } from '../abandonedCarts.ts';
import type { AbandonmentReport } from '../abandonment.ts';
import { Cash } from './cash.tsx';
import type { Site } from './frame.ts';
import { Goods } from './goods.tsx';
import { link, sitePath } from './link.ts';
import type { Locale } from './locale.ts';
import { Moment } from './moment.tsx';
import { nextStep } from './nextStep.ts';
import { leftWhere } from './stepNames.ts';
import type { Voice } from './voice.ts';

/** The carts that were left, the most valuable first, each with a way to its journey. */
export function CartsList({
  carts,
  report,
  site,
  lang,
  voice,
}: {
  carts: readonly AbandonedCart[];
  report: AbandonmentReport;
  site: Site;
  lang: Locale | undefined;
  voice: Voice;
}) {
  const { text, format } = voice;
  const all = report.carts.abandoned + report.carts.lost;
  const shown = text.units.carts(carts.length, format.count(carts.length));
  return (
    <section class="carts" aria-labelledby="carts-heading">
      <h2 id="carts-heading">{text.carts.heading}</h2>
      {carts.length === 0 ? (
        <p class="intro">{text.carts.none}</p>
      ) : (
        <>
          <p class="intro">
            {carts.length < all
              ? text.carts.some(shown, format.count(all))
              : text.carts.allOf(shown)}
          </p>
          <ol>
            {carts.map((cart) => (
              <li class="left-cart" data-key={cart.journey}>
                <p class="left-cart-worth">
                  <a href={link(sitePath(site, 'journeys', cart.journey), { lang })}>
                    {hasUnknownValue(cart) ? (
                      text.carts.unknownValue
                    ) : (
                      <Cash money={cart} voice={voice} />
                    )}
                    <span class="unseen">, {text.carts.seeJourney}</span>
                  </a>
                  {cart.state === 'lost' && <span class="tag">{text.carts.lost}</span>}
                </p>
                <Goods lines={cart.lines} voice={voice} />
                <div>
                  <p class="sentence">
                    {leftWhere(cart.step, nextStep(cart.step, report.steps), text)}
                  </p>
                  <p>
                    <Moment iso={cart.leftAt} asOf={report.asOf} voice={voice} />
                  </p>
                  <p class="quiet">
                    {[
                      text.units.visits(cart.visits, format.count(cart.visits)),
                      cart.stops > 1 && text.carts.stops(format.count(cart.stops)),
                      cart.device && text.carts.devices[cart.device],
                    ]
                      .filter(Boolean)
                      .join(', ')}
                  </p>
                </div>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

/** Goods that no price was ever told for: that is not the same as worth nothing. */
function hasUnknownValue({ amount, lines }: AbandonedCart): boolean {
  return Number(amount) === 0 && !lines.some(({ price }) => price !== undefined);
}
