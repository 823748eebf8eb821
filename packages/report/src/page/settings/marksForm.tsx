/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { formatsOf } from '../formats.ts';
import { link, sitePath } from '../link.ts';
import { dayName } from '../overview/dayName.ts';
import { Field } from './field.tsx';
import { ActionForm, Part, RemoveButton, type Shown, stateOf } from './formTools.tsx';
import { wordsOf } from './words.ts';

/** Days that are marked, the latest first, and a form for one more. */
export function MarksForm({ view }: { view: Shown }) {
  const { site, locale, lang, annotations, asOf } = view;
  const { marks: words, remove } = wordsOf(locale);
  const { value, problem } = stateOf(view, 'annotation.add');
  const today = formatsOf(locale, site.timeZone).isoDate(asOf);
  return (
    <Part view={view} id="marks" words={words}>
      {annotations.length === 0 && <p class="quiet">{words.none}</p>}
      <ul class="settings-list">
        {annotations.toReversed().map(({ id, day, text }) => (
          <li>
            <span>
              <b>
                <time datetime={day}>
                  {dayName(day, locale)} {day.slice(0, 4)}
                </time>
              </b>{' '}
              {text}
            </span>
            <span class="settings-do">
              <a href={link(sitePath(site, 'compare'), { at: day, lang })}>{words.compare}</a>
              <RemoveButton
                view={view}
                action="annotation.remove"
                id={id}
                label={remove}
                of={text}
              />
            </span>
          </li>
        ))}
      </ul>
      <ActionForm view={view} action="annotation.add">
        <Field label={words.day} problem={problem('day')}>
          <input type="date" name="day" required value={value('day', today)} />
        </Field>
        <Field label={words.text} problem={problem('text')}>
          <input
            name="text"
            required
            maxlength={200}
            placeholder={words.placeholder}
            value={value('text', view.mark ?? '')}
          />
        </Field>
        <button type="submit">{words.add}</button>
      </ActionForm>
    </Part>
  );
}
