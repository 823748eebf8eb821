/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { formatsOf } from '../formats.ts';
import { Field } from './field.tsx';
import { ActionForm, Made, Part, RemoveButton, type Shown, stateOf } from './formTools.tsx';
import { wordsOf } from './words.ts';

const SCOPES = ['read', 'write', 'admin'] as const;

/** Keys of programs without their secrets, and a form for one more. */
export function TokensForm({ view }: { view: Shown }) {
  const { site, locale, tokens } = view;
  const { tokens: words } = wordsOf(locale);
  const { value, problem } = stateOf(view, 'token.add');
  const { date } = formatsOf(locale, site.timeZone);
  const chosen = value('scope', 'read');
  return (
    <Part view={view} id="tokens" words={words}>
      <Made view={view} kind="token" words={words.made} />
      {tokens.length === 0 && <p class="quiet">{words.none}</p>}
      <ul class="settings-list">
        {tokens.map(({ id, scope, name, madeAt }) => (
          <li>
            <span>
              <b>{name ?? words.unnamed}</b>{' '}
              <span class="quiet">
                {[scope, madeAt !== undefined && words.madeAt(date(new Date(madeAt).toISOString()))]
                  .filter(Boolean)
                  .join(', ')}{' '}
                · <code>{id}</code>
              </span>
            </span>
            <span class="settings-do">
              <RemoveButton
                view={view}
                action="token.revoke"
                id={id}
                label={words.revoke}
                of={name ?? id}
              />
            </span>
          </li>
        ))}
      </ul>
      <ActionForm view={view} action="token.add">
        <Field label={words.name} problem={problem('tokenName')}>
          <input
            name="name"
            maxlength={60}
            placeholder={words.placeholder}
            value={value('name', '')}
          />
        </Field>
        <Field label={words.scope} problem={problem('scope')}>
          <select name="scope">
            {SCOPES.map((scope) => (
              <option value={scope} selected={scope === chosen}>
                {words.scopes[scope]}
              </option>
            ))}
          </select>
        </Field>
        <button type="submit">{words.add}</button>
      </ActionForm>
    </Part>
  );
}
