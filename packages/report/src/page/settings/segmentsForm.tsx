/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { COUNTRY_CODES } from '@cartograph/journey';
import { SEGMENT_KEYS, type Segment } from '../../segment.ts';
import { link, sitePath } from '../link.ts';
import { valueName } from '../segmentPicker.tsx';
import { type Voice, voiceOf } from '../voice.ts';
import { Field } from './field.tsx';
import { ActionForm, Part, RemoveButton, type Shown, stateOf } from './formTools.tsx';
import { wordsOf } from './words.ts';

/** What a visitor's device is, whether they came before, and from where, is one of what is known. */
const FIXED: Readonly<Record<string, readonly string[]>> = {
  device: ['desktop', 'mobile', 'tablet'],
  returning: ['new', 'returning'],
  country: [...COUNTRY_CODES],
};

/** Segments that are saved, and a form for one more. */
export function SegmentsForm({ view }: { view: Shown }) {
  const { site, locale, lang, segments, segment } = view;
  const voice = voiceOf(locale, site.timeZone);
  const { segments: words, remove } = wordsOf(locale);
  const { value, problem } = stateOf(view, 'segment.add');
  return (
    <Part view={view} id="segments" words={words}>
      {segments.length === 0 && <p class="quiet">{words.none}</p>}
      <ul class="settings-list">
        {segments.map(({ id, name, query }) => (
          <li>
            <span>
              <b>{name}</b> <span class="quiet">{segmentText(query, voice)}</span>
            </span>
            <span class="settings-do">
              <a href={link(sitePath(site, 'overview'), { ...query, lang })}>{words.see}</a>
              <RemoveButton view={view} action="segment.remove" id={id} label={remove} of={name} />
            </span>
          </li>
        ))}
      </ul>
      <ActionForm view={view} action="segment.add">
        <Field label={words.name} problem={problem('segmentName')} wide>
          <input
            name="name"
            required
            maxlength={60}
            placeholder={words.placeholder}
            value={value('name', '')}
          />
        </Field>
        {SEGMENT_KEYS.map((key) => {
          const now = value(key, segment[key] ?? '');
          const choices = FIXED[key]?.map((choice) => [choice, valueName(key, choice, voice)]);
          if (key === 'country') choices?.sort(([, a], [, b]) => a!.localeCompare(b!, locale));
          return (
            <Field label={voice.text.segment.keys[key]}>
              {choices ? (
                <select name={key}>
                  <option value="">{words.any}</option>
                  {choices.map(([choice, name]) => (
                    <option value={choice} selected={choice === now}>
                      {name}
                    </option>
                  ))}
                </select>
              ) : (
                <input name={key} maxlength={500} placeholder={words.any} value={now} />
              )}
            </Field>
          );
        })}
        {problem('segment') && (
          <p class="problem is-wide" role="alert">
            {problem('segment')}
          </p>
        )}
        <button type="submit">{words.add}</button>
      </ActionForm>
    </Part>
  );
}

function segmentText(segment: Segment, voice: Voice): string {
  return SEGMENT_KEYS.filter((key) => segment[key] !== undefined)
    .map((key) => `${voice.text.segment.keys[key]}: ${valueName(key, segment[key]!, voice)}`)
    .join(', ');
}
