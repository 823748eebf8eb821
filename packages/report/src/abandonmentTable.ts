import type { AbandonmentReport } from './abandonment.ts';
import type { Locale } from './page/locale.ts';
import { nextStep } from './page/nextStep.ts';
import { otherMoney } from './page/otherMoney.ts';
import { leftWhere, stepName } from './page/stepNames.ts';
import { type Voice, voiceOf } from './page/voice.ts';
import type { Rate } from './wilson.ts';

/** One table of a report in plain text. Whoever draws it chooses widths and rules. */
export interface TableSection {
  title: string;
  /** Names of the columns; none where the rows are names and their figures. */
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

/** The report in words and figures for a terminal: what it is about, the figures, the steps. */
export function abandonmentTable(report: AbandonmentReport, locale: Locale): TableSection[] {
  const voice = voiceOf(locale, report.timeZone);
  return [aboutOf(report, voice), figuresOf(report, voice), stepsOf(report, voice)];
}

function aboutOf({ from, to, asOf, timeZone }: AbandonmentReport, voice: Voice): TableSection {
  const { text, format } = voice;
  return {
    title: text.pages.abandonment,
    head: [],
    rows: [
      [text.period.label, `${format.span(from, to)}, ${text.frame.timeZone(timeZone)}`],
      ['', text.frame.asOf(format.dateTime(asOf))],
      ['', text.steps.unit],
    ],
  };
}

function figuresOf(report: AbandonmentReport, voice: Voice): TableSection {
  const { text, format } = voice;
  const { carts, value, otherValues, rate } = report;
  const { figures } = text;
  const money = (
    name: 'created' | 'ordered' | 'recovered' | 'emptied' | 'open' | 'atRisk' | 'lost',
  ) =>
    format.money({ currency: value.currency, amount: value[name] }) +
    otherMoney(
      otherValues.map((sums) => ({ currency: sums.currency, amount: sums[name] })),
      voice,
    );
  return {
    title: figures.heading,
    head: [],
    rows: [
      [text.rate.label, percentOf(rate, voice), rangeOf(rate, voice)],
      [figures.created, format.count(carts.created), money('created')],
      [figures.ordered, format.count(carts.ordered), money('ordered')],
      [figures.recovered, format.count(carts.recovered), money('recovered')],
      [figures.directName, format.count(carts.direct), ''],
      [figures.states.emptied, format.count(carts.emptied), money('emptied')],
      [figures.open, format.count(carts.open), money('open')],
      [figures.atRisk, format.count(carts.abandoned), money('atRisk')],
      [figures.lost, format.count(carts.lost), money('lost')],
    ],
  };
}

function stepsOf({ steps, value }: AbandonmentReport, voice: Voice): TableSection {
  const { text, format } = voice;
  const { columns } = text.steps;
  return {
    title: text.steps.heading,
    head: [
      columns.step,
      columns.reached,
      columns.continued,
      columns.skipped,
      columns.stopped,
      columns.rate,
      columns.interval,
      columns.value,
      '',
    ],
    rows: steps.map((step) => [
      printable(stepName(step.step, text)),
      format.count(step.reached),
      format.count(step.continued),
      format.count(step.skipped),
      format.count(step.stoppedHere),
      percentOf(step.rate, voice),
      rangeOf(step.rate, voice),
      format.money({ currency: value.currency, amount: step.valueLeft }) +
        otherMoney(step.otherValuesLeft, voice),
      printable(text.steps.left(leftWhere(step.step, nextStep(step.step, steps), text))),
    ]),
  };
}

/** Names come from outside, and a terminal obeys control characters. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '');
}

function percentOf({ value }: Rate, { format }: Voice): string {
  return value === null ? '–' : format.percent(value);
}

function rangeOf({ low, high }: Rate, { format }: Voice): string {
  return low === null || high === null ? '–' : format.percentRange(low, high);
}
