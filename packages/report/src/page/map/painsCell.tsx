/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Met, StageCause } from '../../map/mapReport.ts';
import { ratioEnds, ratioText } from '../causes/ratioText.ts';
import { MetList } from './metList.tsx';
import { painName } from './painName.ts';
import type { StageProps } from './stageColumn.tsx';

/** What pained shoppers at a stage, and what surely goes with leaving there. */
export function PainsCell({ stage, before, words, voice, causesLink }: StageProps) {
  const { n } = stage.friction;
  const named = (pains: readonly Met[]) =>
    pains.map(({ what, journeys }) => ({
      name: painName(what, { words, locale: voice.locale }),
      journeys,
    }));
  return (
    <>
      <MetList
        label={words.rows.pains}
        met={named(stage.pains)}
        before={before && named(before.pains)}
        show={4}
        marked
        none={n === 0 ? words.worth.nothing : words.pains.none(voice.format.count(n))}
        words={words}
        voice={voice}
      />
      {stage.causes.length > 0 && (
        <div class="stage-causes">
          <p class="quiet">{words.causes.heading}</p>
          <ul>
            {stage.causes.map((cause) => (
              <CauseLine cause={cause} words={words} voice={voice} />
            ))}
          </ul>
          <p class="stage-more">
            <a href={causesLink}>{words.causes.more}</a>
          </p>
        </div>
      )}
    </>
  );
}

function CauseLine({
  cause: { what, adjusted, exposed, valueAtStake },
  words,
  voice: { format, locale },
}: { cause: StageCause } & Pick<StageProps, 'words' | 'voice'>) {
  const [low, high] = ratioEnds(adjusted, locale);
  return (
    <li>
      <b>{painName(what, { words, locale })}</b>{' '}
      {words.causes.ratio(ratioText(adjusted.value, locale), low, high)}
      {Number(valueAtStake.amount) > 0 && (
        <>
          ,{' '}
          <span class="stage-stake">{words.causes.stake(format.moneyAtAGlance(valueAtStake))}</span>
        </>
      )}
      <span class="basis">{words.causes.of(format.count(exposed.carts))}</span>
    </li>
  );
}
