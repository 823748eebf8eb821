/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Field } from './field.tsx';
import { ActionForm, Part, type Shown, stateOf } from './formTools.tsx';
import { wordsOf } from './words.ts';

/** What the site is called, and how it is counted. */
export function SiteForm({ view }: { view: Shown }) {
  const { site, locale } = view;
  const { site: words } = wordsOf(locale);
  const { value, problem } = stateOf(view, 'site.change');
  const orders = value('orders', site.orders ?? 'claimed');
  return (
    <Part view={view} id="site" words={words}>
      <ActionForm view={view} action="site.change">
        <Field label={words.name} problem={problem('name')} wide>
          <input name="name" required maxlength={100} value={value('name', site.name)} />
        </Field>
        <Field label={words.currency} hint={words.currencyHint} problem={problem('currency')}>
          <input
            name="currency"
            required
            maxlength={3}
            autocapitalize="characters"
            value={value('currency', site.currency)}
          />
        </Field>
        <Field label={words.timeZone} hint={words.timeZoneHint} problem={problem('timeZone')}>
          <input
            name="timeZone"
            required
            maxlength={64}
            list="time-zones"
            value={value('timeZone', site.timeZone)}
          />
        </Field>
        <Field
          label={words.abandonedAfter}
          hint={words.abandonedAfterHint}
          problem={problem('abandonedAfter')}
        >
          <input
            name="abandonedAfter"
            required
            inputmode="numeric"
            value={value('abandonedAfter', String(site.abandonedAfterMs / 60_000))}
          />
        </Field>
        <Field
          label={words.retentionDays}
          hint={words.retentionDaysHint}
          problem={problem('retentionDays')}
        >
          <input
            name="retentionDays"
            inputmode="numeric"
            value={value('retentionDays', String(site.retentionDays ?? ''))}
          />
        </Field>
        <Field label={words.origins} hint={words.originsHint} problem={problem('origin')} wide>
          <textarea name="origins" rows={Math.max(2, site.origins.length)} spellcheck={false}>
            {value('origins', site.origins.join('\n'))}
          </textarea>
        </Field>
        <Field label={words.orders} problem={problem('orders')} wide>
          <select name="orders">
            {(['claimed', 'confirmed'] as const).map((choice) => (
              <option value={choice} selected={choice === orders}>
                {words.ordersChoices[choice]}
              </option>
            ))}
          </select>
        </Field>
        <datalist id="time-zones">
          {Intl.supportedValuesOf('timeZone').map((zone) => (
            <option value={zone} />
          ))}
        </datalist>
        <button type="submit">{words.save}</button>
      </ActionForm>
    </Part>
  );
}
