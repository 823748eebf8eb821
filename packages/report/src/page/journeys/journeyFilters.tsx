/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { JOURNEY_ORDERS } from '../../journeys/journeyFilter.ts';
import type { JourneyList } from '../../journeys/journeyList.ts';
import { JOURNEY_STATES } from '../../journeys/journeyState.ts';
import { link } from '../link.ts';
import type { ReportView } from '../reportView.ts';
import { stepName } from '../stepNames.ts';
import type { Voice } from '../voice.ts';
import { metName } from './metName.ts';
import { wordsOf } from './wordsOf.ts';

/** What the form asks for; everything else in the address is asked for again. */
const ASKED = ['state', 'stopped', 'met', 'min', 'max'];

/** Things met that can be chosen: anybody can make names up. */
const CHOICES = 40;

/** Chooses journeys, and what comes first. Only changes the address. */
export function JourneyFilters({
  list: { choices },
  view: { query, lang, site },
  voice,
}: {
  list: JourneyList;
  view: ReportView;
  voice: Voice;
}) {
  const { text } = voice;
  const words = wordsOf(voice.locale).list;
  const { page: _, ...others } = query;
  const kept = Object.entries(others).filter(([name]) => !ASKED.includes(name));
  const cleared = Object.fromEntries(kept);
  return (
    <section class="journey-filter" aria-label={words.filter}>
      <form method="get">
        {lang && <input type="hidden" name="lang" value={lang} />}
        {kept.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Choice
          name="state"
          label={words.state}
          none={words.anything}
          values={JOURNEY_STATES}
          chosen={query.state}
          nameOf={(state) => words.states[state as keyof typeof words.states]}
        />
        <Choice
          name="stopped"
          label={words.stopped}
          none={words.anywhere}
          values={choices.stopped}
          chosen={query.stopped}
          nameOf={(step) => stepName(step, text)}
        />
        <Choice
          name="met"
          label={words.met}
          none={words.anything}
          values={choices.met.slice(0, CHOICES)}
          chosen={query.met}
          nameOf={(what) => metName(what, voice)}
        />
        {(['min', 'max'] as const).map((name) => (
          <label>
            {words[name](site.currency)}
            <input
              name={name}
              inputmode="decimal"
              pattern="\d+(\.\d+)?"
              size={8}
              value={query[name] ?? ''}
            />
          </label>
        ))}
        <button type="submit">{words.show}</button>
        {ASKED.some((name) => query[name]) && (
          <a class="journey-clear" href={link('', { ...cleared, lang }) || '?'}>
            {words.clear}
          </a>
        )}
      </form>
      <nav class="choices" aria-label={words.sort}>
        {JOURNEY_ORDERS.map((order) => (
          <a
            href={link('', { ...others, sort: order, lang })}
            aria-current={order === (query.sort || 'time') ? 'true' : undefined}
          >
            {words.orders[order]}
          </a>
        ))}
      </nav>
    </section>
  );
}

function Choice({
  name,
  label,
  none,
  values,
  chosen,
  nameOf,
}: {
  name: string;
  label: string;
  none: string;
  values: readonly string[];
  chosen: string | undefined;
  nameOf: (value: string) => string;
}) {
  const all = chosen && !values.includes(chosen) ? [chosen, ...values] : values;
  return (
    <label>
      {label}
      <select name={name}>
        <option value="">{none}</option>
        {all.map((value) => (
          <option value={value} selected={value === chosen}>
            {nameOf(value)}
          </option>
        ))}
      </select>
    </label>
  );
}
