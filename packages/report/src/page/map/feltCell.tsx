/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Satisfaction } from '../../map/satisfaction.ts';
import { Change } from '../change.tsx';
import type { Voice } from '../voice.ts';
import type { Words } from './en.ts';
import { frictionShown } from './frictionShown.ts';
import type { StageProps } from './stageColumn.tsx';

/** The most answered ones: a column is narrow. */
const QUESTIONS_SHOWN = 3;

/** How a stage felt: what the pages tell, and what shoppers answered. */
export function FeltCell({ stage, before, words, voice }: StageProps) {
  const { format } = voice;
  const { value, low, high, n } = stage.friction;
  const shown = (figure: number) => frictionShown(figure, format);
  const was = before?.friction.value;
  return (
    <>
      {value === null || low === null || high === null ? (
        <p class="quiet">
          {n === 0 ? words.friction.nothing : words.friction.few(format.count(n))}
        </p>
      ) : (
        <>
          <p>
            <b>{shown(value)}</b> {words.friction.per100}
          </p>
          <p class="quiet">{words.friction.interval(shown(low), shown(high), format.count(n))}</p>
          {was != null && <Change now={value} before={was} shown={shown(was)} voice={voice} />}
        </>
      )}
      {stage.satisfaction.length === 0 && <p class="quiet">{words.satisfaction.nothing}</p>}
      {stage.satisfaction.slice(0, QUESTIONS_SHOWN).map((answers) => (
        <Answers
          answers={answers}
          before={before?.satisfaction.find(({ question }) => question === answers.question)}
          words={words}
          voice={voice}
        />
      ))}
    </>
  );
}

/** What was answered to one question. */
export function Answers({
  answers,
  before,
  words,
  voice,
}: {
  answers: Satisfaction;
  before?: Satisfaction | undefined;
  words: Pick<Words, 'satisfaction'>;
  voice: Voice;
}) {
  const { format } = voice;
  const { kind, question, value, low, high, n } = answers;
  const shown = (figure: number) => {
    if (kind === 'csat') return format.percent(figure);
    return kind === 'nps'
      ? format.points(figure / 100)
      : format.count(Math.round(figure * 10) / 10);
  };
  if (value === null || low === null || high === null) {
    return (
      <p class="quiet">
        {words.satisfaction.asked(question)} {words.satisfaction.few(format.count(n))}
      </p>
    );
  }
  return (
    <>
      <p class="survey">
        <b>{shown(value)}</b> {words.satisfaction.kinds[kind]}
      </p>
      <p class="quiet">
        {words.satisfaction.interval(shown(low), shown(high), format.count(n))}
        {question !== '' && `, ${words.satisfaction.asked(question)}`}
      </p>
      {before?.value != null && (
        <Change now={value} before={before.value} shown={shown(before.value)} voice={voice} />
      )}
    </>
  );
}
