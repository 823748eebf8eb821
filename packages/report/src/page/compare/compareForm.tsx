/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { AGES, WINDOWS } from '../../compare/readCompare.ts';
import { link, sitePath } from '../link.ts';
import { dayName } from '../overview/dayName.ts';
import type { Voice } from '../voice.ts';
import type { CompareView } from './comparePage.tsx';
import { wordsOf } from './words.ts';

/** What is asked, in place of a period: which day, how far on either side, and how old. It only changes the address. */
export function CompareForm({ view, voice }: { view: CompareView; voice: Voice }) {
  const { query, lang, annotations, site, report } = view;
  const { format, locale } = voice;
  const { form } = wordsOf(locale);
  const others = Object.entries(query).filter(([name]) => !ASKED.has(name));
  const marked = annotations.some(({ day }) => day === report.day);
  const days = (n: number) => form.days(n, format.count(n));
  const choice = (name: string, label: string, values: readonly number[], now: number) => (
    <label>
      {label}
      <select name={name}>
        {values.map((value) => (
          <option value={String(value)} selected={value === now}>
            {days(value)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <form method="get" class="compare-form">
      {lang && <input type="hidden" name="lang" value={lang} />}
      {others.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {annotations.length > 0 ? (
        <label class="compare-mark">
          {form.mark}
          <select name="mark">
            <option value="">{form.none}</option>
            {annotations.toReversed().map(({ day, text }) => (
              <option value={day} selected={marked && day === report.day}>
                {dayName(day, locale)} · {text}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <p class="quiet">
          <a href={link(sitePath(site, 'settings'), { lang })}>{form.toSettings}</a>
        </p>
      )}
      <label>
        {form.day}
        <input
          type="date"
          name="at"
          max={format.isoDate(view.asOf)}
          value={marked ? '' : (report.day ?? '')}
        />
      </label>
      {choice('days', form.window, WINDOWS, Number(query.days ?? 14))}
      {choice('age', form.age, AGES, Number(query.age ?? 1))}
      <button type="submit">{form.show}</button>
    </form>
  );
}

const ASKED: ReadonlySet<string> = new Set(['mark', 'at', 'days', 'age']);
