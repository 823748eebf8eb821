/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { StageReport } from '../../map/mapReport.ts';
import { Change, RateChange } from '../change.tsx';
import type { Voice } from '../voice.ts';
import type { Words } from './en.ts';
import { FeltCell } from './feltCell.tsx';
import { figureClass } from './figureClass.ts';
import { MetList } from './metList.tsx';
import { PainsCell } from './painsCell.tsx';
import { StageBar } from './stageBar.tsx';
import { touchpointName } from './touchpointName.ts';
import { WorthCell } from './worthCell.tsx';

export interface StageProps {
  stage: StageReport;
  /** The same stage in the period before. */
  before: StageReport | undefined;
  words: Words;
  voice: Voice;
  /** Where the report on causes is. */
  causesLink: string;
}

/** One stage of the map, top to bottom. Its cells stand in line with those of the others where there is room. */
export function StageColumn({ most, ...props }: StageProps & { most: number }) {
  const { stage, before, words, voice } = props;
  const { format } = voice;
  const reached = format.count(stage.reached);
  const journeys = words.journeys(stage.reached, reached);
  return (
    <section class="stage" aria-labelledby={`stage-${stage.stage}`}>
      <div class="stage-head">
        <h2 id={`stage-${stage.stage}`}>{words.stages[stage.stage]}</h2>
        <p class={figureClass('stage-reached', reached, 5)}>{reached}</p>
        <p class="quiet">{words.meaning[stage.stage]}</p>
        {before && (
          <Change
            now={stage.reached}
            before={before.reached}
            shown={format.count(before.reached)}
            voice={voice}
          />
        )}
      </div>
      <StageBar stage={stage} most={most} />
      <Cell row="did" words={words} basis={stage.reached > 0 && words.measured(journeys)}>
        <Did {...props} />
      </Cell>
      <Cell
        row="met"
        words={words}
        basis={stage.touchpoints.length > 0 && words.measured(journeys)}
      >
        <MetList
          label={words.channels}
          met={stage.channels.map(({ name, journeys: n }) => ({ name, journeys: n }))}
          before={before?.channels}
          show={3}
          {...{ words, voice }}
        />
        <MetList
          label={words.touchpoints}
          met={stage.touchpoints.map(({ what, journeys: n }) => ({
            name: touchpointName(what, { words, voice }),
            journeys: n,
          }))}
          before={before?.touchpoints.map(({ what, journeys: n }) => ({
            name: touchpointName(what, { words, voice }),
            journeys: n,
          }))}
          show={4}
          {...{ words, voice }}
        />
      </Cell>
      <Cell row="felt" words={words}>
        <FeltCell {...props} />
      </Cell>
      <Cell row="pains" words={words} basis={stage.pains.length > 0 && words.measured(journeys)}>
        <PainsCell {...props} />
      </Cell>
      <Cell row="worth" words={words}>
        <WorthCell {...props} />
      </Cell>
    </section>
  );
}

function Did({ stage, before, words, voice }: StageProps) {
  const { format } = voice;
  const { onward, medianSeconds, underWay, passedBy } = stage;
  const isAfter = stage.stage === 'retention' || stage.stage === 'advocacy';
  const asides = [
    underWay > 0 && words.underWay(format.count(underWay)),
    passedBy > 0 && words.passedBy(format.count(passedBy)),
  ].filter(Boolean);
  return (
    <>
      {onward === null && <p class="quiet">{words.none}</p>}
      {onward && onward.rate.value !== null && (
        <>
          <p class="stage-figure">{format.percent(onward.rate.value)}</p>
          <p>{words.onward[onward.to as keyof Words['onward']]}</p>
          <p class="quiet">
            {words.range(
              format.percentRange(onward.rate.low!, onward.rate.high!),
              format.count(onward.rate.n),
            )}
          </p>
          {before?.onward && (
            <RateChange now={onward.rate} before={before.onward.rate} voice={voice} />
          )}
        </>
      )}
      {medianSeconds !== null && (
        <p>
          {isAfter
            ? words.medianAfter(format.duration(medianSeconds))
            : medianSeconds < 0.5
              ? words.moment
              : words.median(format.duration(medianSeconds))}
        </p>
      )}
      {asides.length > 0 && <p class="quiet">{asides.join(', ')}</p>}
    </>
  );
}

function Cell({
  row,
  words,
  basis,
  children,
}: {
  row: keyof Words['rows'];
  words: Words;
  /** What it rests on. */
  basis?: string | false;
  children: Child;
}) {
  return (
    <div class={`cell cell-${row}`}>
      <h3>{words.rows[row]}</h3>
      {children}
      {basis && <p class="basis">{basis}</p>}
    </div>
  );
}
