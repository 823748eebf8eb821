/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { SEGMENT_KEYS } from '../segment.ts';
import { link, sitePath } from './link.ts';
import type { ReportView } from './reportView.ts';
import type { Voice } from './voice.ts';

/** A form that cuts a page by device, channel and the like, and what it is cut by now. It only changes the address. */
export function SegmentPicker({ view, voice }: { view: ReportView; voice: Voice }) {
  const { segment, choices, query, lang, site, saved = [] } = view;
  const { text } = voice;
  const others = Object.entries(query).filter(
    ([key]) => !SEGMENT_KEYS.some((each) => each === key),
  );
  const cut = SEGMENT_KEYS.filter((key) => segment[key] !== undefined);
  return (
    <div class="segment">
      {cut.length > 0 && (
        <p class="segment-now">
          {cut.map((key) => (
            <a
              class="chip"
              href={link('', { ...query, [key]: undefined, lang })}
              aria-label={text.segment.remove(
                text.segment.keys[key],
                valueName(key, segment[key]!, voice),
              )}
            >
              {text.segment.keys[key]}: {valueName(key, segment[key]!, voice)}{' '}
              <span aria-hidden="true">×</span>
            </a>
          ))}{' '}
          <a
            class="segment-save"
            href={`${link(sitePath(site, 'settings'), { ...segment, lang })}#segments`}
          >
            {text.segment.save}
          </a>
        </p>
      )}
      <details class="dates" id="segment">
        <summary>{text.segment.choose}</summary>
        {saved.length > 0 && (
          <ul class="segment-saved" aria-label={text.segment.saved}>
            {saved.map((each) => (
              <li>
                <a href={link('', { ...Object.fromEntries(others), ...each.query, lang })}>
                  {each.name}
                </a>
              </li>
            ))}
          </ul>
        )}
        <form method="get">
          {lang && <input type="hidden" name="lang" value={lang} />}
          {others.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          {SEGMENT_KEYS.filter((key) => choices[key].length > 0 || segment[key]).map((key) => (
            <label>
              {text.segment.keys[key]}
              <select name={key}>
                <option value="">{text.segment.all}</option>
                {[...new Set([...(segment[key] ? [segment[key]] : []), ...choices[key]])].map(
                  (value) => (
                    <option value={value} selected={value === segment[key]}>
                      {valueName(key, value, voice)}
                    </option>
                  ),
                )}
              </select>
            </label>
          ))}
          <button type="submit">{text.period.show}</button>
        </form>
      </details>
    </div>
  );
}

/** What is the same in every shop has a name in the reader's language. */
export function valueName(key: string, value: string, { text, format }: Voice): string {
  if (key === 'country') return format.country(value);
  const names: Readonly<Record<string, string>> =
    key === 'device' || key === 'returning' ? text.segment.values : {};
  return Object.hasOwn(names, value) ? names[value]! : value;
}
