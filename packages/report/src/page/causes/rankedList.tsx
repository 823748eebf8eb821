/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Cause } from '../../causes/causesReport.ts';
import { link, sitePath } from '../link.ts';
import type { CausesView } from './causesPage.tsx';
import type { CausesVoice } from './causesVoice.ts';
import { FixedLink } from './fixedLink.tsx';
import { RateBars } from './rateBars.tsx';
import { SizeBands } from './sizeBands.tsx';
import { hasValue, Stake } from './stake.tsx';

/** What surely goes with more carts being left, the most valuable first, each with a way to its journeys. */
export function RankedList({ view, voice }: { view: CausesView; voice: CausesVoice }) {
  const { ranked } = voice.words;
  return (
    <section class="causes" aria-labelledby="ranked-heading">
      <h2 id="ranked-heading">{ranked.heading}</h2>
      <p class="intro">{ranked.intro}</p>
      <ol>
        {view.report.ranked.map((cause) => (
          <RankedCause cause={cause} view={view} voice={voice} />
        ))}
      </ol>
    </section>
  );
}

function RankedCause({
  cause,
  view,
  voice,
}: {
  cause: Cause;
  view: CausesView;
  voice: CausesVoice;
}) {
  const { format, name, where, ratio, ends, carts } = voice;
  const { ranked } = voice.words;
  const { what, step, adjusted, valueAtStake, excessCarts, shareOfStopped, adjustedFor } = cause;
  return (
    <li class="cause">
      <div class="cause-what">
        <h3>{name(what)}</h3>
        <p class="sentence">{where(step)}</p>
        {cause.above && <p class="quiet">{ranked.above(format.money(cause.above))}</p>}
      </div>
      <div>
        <p>
          {ranked.often(<b>{ranked.times(ratio(adjusted.value))}</b>)}
          {ranked.stake(<Stake cause={cause} voice={voice} />)}
        </p>
        <p class="quiet">
          {ranked.interval(...ends(adjusted))}{' '}
          {adjustedFor.length > 0 && ranked.alike(adjustedFor.map(name).join(', '))}{' '}
          {cause.exposedPersons < cause.exposed.carts &&
            ranked.shoppers(format.count(cause.exposedPersons))}
        </p>
        <RateBars cause={cause} voice={voice} />
        <SizeBands sizes={cause.sizes} voice={voice} />
      </div>
      <div class="cause-stake">
        <p class="cause-money">
          <Stake cause={cause} voice={voice} />
        </p>
        <p>{ranked.atStake}</p>
        {hasValue(cause) && (
          <p class="quiet">
            {ranked.range(
              format.moneyAtAGlance({ ...valueAtStake, amount: valueAtStake.low }),
              format.moneyAtAGlance({ ...valueAtStake, amount: valueAtStake.high }),
            )}
          </p>
        )}
        <p class="quiet">
          {ranked.excess(
            carts(Math.round(excessCarts.value)),
            format.percent(shareOfStopped.value),
          )}
        </p>
        <p class="quiet">{ranked.examples}:</p>
        <ul class="cause-examples">
          {cause.examples.map((id, place) => (
            <li>
              <a href={link(sitePath(view.site, 'journeys', id), { lang: view.lang })}>
                {ranked.example(format.count(place + 1))}
                <span class="unseen">, {name(what)}</span>
              </a>
            </li>
          ))}
        </ul>
        <p class="cause-fixed">
          <FixedLink what={name(what)} where={where(step)} view={view} voice={voice} />
        </p>
      </div>
    </li>
  );
}
