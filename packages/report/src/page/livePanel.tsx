/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { LiveCart } from '../liveCart.ts';
import { Cash } from './cash.tsx';
import type { Site } from './frame.ts';
import { link, sitePath } from './link.ts';
import type { Locale } from './locale.ts';
import { Moment } from './moment.tsx';
import { stepName } from './stepNames.ts';
import { typeName } from './typeName.ts';
import type { Voice } from './voice.ts';

const SHOWN = 8;

/** The carts that moved last, newest first. */
export function LivePanel({
  carts,
  asOf,
  site,
  lang,
  voice,
}: {
  carts: readonly LiveCart[];
  asOf: string;
  site: Site;
  lang: Locale | undefined;
  voice: Voice;
}) {
  const { text } = voice;
  const newest = [...carts]
    .sort((a, b) => Date.parse(b.lastAt) - Date.parse(a.lastAt))
    .slice(0, SHOWN);
  return (
    <section class="moving" aria-labelledby="live-heading">
      <h2 id="live-heading">{text.live.heading}</h2>
      {newest.length === 0 ? (
        <p class="intro">{text.live.none}</p>
      ) : (
        <>
          <p class="intro">{text.live.intro}</p>
          <ol>
            {newest.map((cart) => (
              <li data-key={cart.journey}>
                <a href={link(sitePath(site, 'journeys', cart.journey), { lang })}>
                  <Cash money={cart} voice={voice} />
                  <span class="unseen">, {text.carts.seeJourney}</span>
                </a>
                <p>
                  {typeName(cart.lastType, text)}
                  <span class="quiet">
                    {' · '}
                    {cart.state === 'ordered' ? text.steps.ordered : stepName(cart.step, text)}
                  </span>
                </p>
                <p class="quiet">
                  <Moment iso={cart.lastAt} asOf={asOf} voice={voice} />
                </p>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
