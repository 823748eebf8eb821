/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { LeftAtStep } from '../../overview/leftAtSteps.ts';
import type { Fix, LeftByCause } from '../../overview/overview.ts';
import { Cash } from '../cash.tsx';
import { causesWords } from '../causes/causesWords.ts';
import { FixedLink } from '../causes/fixedLink.tsx';
import { nameOfCause } from '../causes/nameOfCause.ts';
import { ratioEnds, ratioText } from '../causes/ratioText.ts';
import { link, sitePath } from '../link.ts';
import { nextStep } from '../nextStep.ts';
import { leftWhere } from '../stepNames.ts';
import type { Voice } from '../voice.ts';
import type { OverviewView } from './overviewPage.tsx';
import { wordsOf } from './words.ts';

/** At most three things, each a sentence, its money, and the way to more. */
export function FixFirst({ view, voice }: { view: OverviewView; voice: Voice }) {
  const { report, site, lang, query } = view;
  const { fix } = wordsOf(voice.locale);
  const { fixFirst } = report;
  const [first] = fixFirst;
  return (
    <section aria-labelledby="fix-heading">
      <h2 id="fix-heading">{fix.heading}</h2>
      <p class="intro">
        {!first ? fix.none : first.kind === 'cause' ? fix.introCauses : fix.introSteps}
      </p>
      {first && (
        <ol class="fixes">
          {fixFirst.map((each) => (
            <li>
              {each.kind === 'cause' ? (
                <CauseText cause={each} view={view} voice={voice} />
              ) : (
                <StepText step={each} voice={voice} />
              )}
              <p class="fix-more">
                <a href={link(sitePath(site, 'causes'), { ...query, lang })}>{fix.toCauses}</a>
                {each.journey && (
                  <a href={link(sitePath(site, 'journeys', each.journey), { lang })}>
                    {fix.example}
                  </a>
                )}
                {each.kind === 'cause' && (
                  <FixedLink {...named(each, view, voice)} view={view} voice={voice} />
                )}
              </p>
            </li>
          ))}
        </ol>
      )}
      {first?.kind === 'cause' && report.mostLeft && (
        <p class="fix-all">
          {fix.most(
            leftWhere(report.mostLeft.step, report.mostLeft.next, voice.text),
            <b>
              <Cash money={report.mostLeft.value} voice={voice} glance />
            </b>,
            voice.text.units.carts(
              report.mostLeft.carts,
              voice.format.count(report.mostLeft.carts),
            ),
          )}{' '}
          <a href={link(sitePath(site, 'abandonment'), { ...query, lang })}>{fix.toSteps}</a>
        </p>
      )}
    </section>
  );
}

/** What was met, and where, in words. */
function named(
  { what, step }: Pick<LeftByCause, 'what' | 'step'>,
  { report }: OverviewView,
  { text, locale }: Voice,
): { what: string; where: string } {
  return {
    what: nameOfCause(what, causesWords(locale)),
    where: leftWhere(step, nextStep(step, report.abandonment.steps), text),
  };
}

function CauseText({
  cause,
  view,
  voice,
}: {
  cause: LeftByCause;
  view: OverviewView;
  voice: Voice;
}) {
  const { text, format, locale } = voice;
  const { fix } = wordsOf(locale);
  const { value, exposed, adjusted } = cause;
  const { what, where } = named(cause, view, voice);
  const money = (amount: string) => format.moneyAtAGlance({ currency: value.currency, amount });
  const [low, high] = ratioEnds(adjusted, locale);
  return (
    <>
      <Value fix={{ value }} voice={voice}>
        {fix.between(money(value.low), money(value.high))}
      </Value>
      <p class="fix-what">
        {fix.cause(
          what,
          where,
          format.count(exposed.stopped),
          text.units.carts(exposed.carts, format.count(exposed.carts)),
        )}
      </p>
      <p class="quiet">{fix.times(ratioText(adjusted.value, locale), fix.between(low, high))}</p>
    </>
  );
}

function StepText({ step: each, voice }: { step: LeftAtStep; voice: Voice }) {
  const { text, format, locale } = voice;
  const { fix } = wordsOf(locale);
  return (
    <>
      <Value fix={each} voice={voice}>
        {fix.share(format.percent(each.share))}
      </Value>
      <p class="fix-what">
        {fix.step(
          leftWhere(each.step, each.next, text),
          text.units.carts(each.carts, format.count(each.carts)),
        )}
      </p>
    </>
  );
}

function Value({
  fix: { value },
  voice,
  children,
}: {
  fix: Pick<Fix, 'value'>;
  voice: Voice;
  /** How sure, or of how much. */
  children: Child;
}) {
  return (
    <p>
      <span class="fix-value">
        <Cash money={value} voice={voice} glance />
      </span>{' '}
      <span class="quiet">{children}</span>
    </p>
  );
}
