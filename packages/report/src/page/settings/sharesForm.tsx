/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { formatsOf } from '../formats.ts';
import { Field } from './field.tsx';
import { ActionForm, Made, Part, RemoveButton, type Shown, stateOf } from './formTools.tsx';
import { wordsOf } from './words.ts';

/** Links that read this site, and a form for one more. */
export function SharesForm({ view }: { view: Shown }) {
  const { site, locale, shares } = view;
  const { shares: words } = wordsOf(locale);
  const { value, problem } = stateOf(view, 'share.add');
  const { dateTime } = formatsOf(locale, site.timeZone);
  return (
    <Part view={view} id="shares" words={words}>
      <Made view={view} kind="share" words={words.made} />
      {shares.length === 0 && <p class="quiet">{words.none}</p>}
      <ul class="settings-list">
        {shares.map(({ id, expiresAt }) => (
          <li>
            <span>
              <code>{id}</code>{' '}
              <span class="quiet">{words.until(dateTime(new Date(expiresAt).toISOString()))}</span>
            </span>
            <span class="settings-do">
              <RemoveButton
                view={view}
                action="share.revoke"
                id={id}
                label={words.revoke}
                of={id}
              />
            </span>
          </li>
        ))}
      </ul>
      <ActionForm view={view} action="share.add">
        <Field label={words.days} problem={problem('days')}>
          <input name="days" required inputmode="numeric" value={value('days', '30')} />
        </Field>
        <button type="submit">{words.add}</button>
      </ActionForm>
    </Part>
  );
}
