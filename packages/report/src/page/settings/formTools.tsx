/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { link, sitePath } from '../link.ts';
import type { AdminView, SettingsField, SettingsView } from './settingsView.ts';
import { wordsOf } from './words.ts';

/** The view of who may change something, with what just came of it. */
export type Shown = AdminView & SettingsView;

/** What a form keeps of what was typed into it, and what was wrong. */
export interface FormState {
  /** What a field holds: as it was typed, else as it is. */
  value(name: string, now: string): string;
  /** What was expected of a field, if it was that one. */
  problem(field: SettingsField): string | undefined;
}

export function stateOf({ problem, locale }: Shown, action: string): FormState {
  const mine = problem?.do === action ? problem : undefined;
  return {
    value: (name, now) => mine?.typed[name] ?? now,
    problem: (field) => (mine?.field === field ? wordsOf(locale).expected[field] : undefined),
  };
}

/** The part of the page that an action is about. */
const PART_OF: Readonly<Record<string, string>> = {
  site: 'site',
  annotation: 'marks',
  segment: 'segments',
  token: 'tokens',
  share: 'shares',
};

/** A form that does one thing to the site. */
export function ActionForm({
  view,
  action,
  kind,
  children,
}: {
  view: Shown;
  /** `annotation.add` */
  action: string;
  kind?: string;
  children: Child;
}) {
  const { site, lang } = view;
  const [about] = action.split('.', 1);
  return (
    <form
      method="post"
      // What comes of it is shown in the same part of the page.
      action={`${link(sitePath(site, 'settings'), { lang })}#${PART_OF[about!]}`}
      class={kind ?? 'settings-form'}
    >
      <input type="hidden" name="csrf" value={view.csrf} />
      <input type="hidden" name="do" value={action} />
      {children}
    </form>
  );
}

/** Takes one thing of a list away. */
export function RemoveButton({
  view,
  action,
  id,
  label,
  of,
}: {
  view: Shown;
  action: string;
  id: string;
  label: string;
  /** Which one, for who can't see the line it is in. */
  of: string;
}) {
  return (
    <ActionForm view={view} action={action} kind="settings-remove">
      <input type="hidden" name="id" value={id} />
      <button type="submit" class="plain" aria-label={`${label}: ${of}`}>
        {label}
      </button>
    </ActionForm>
  );
}

/** One part of the page: what it is about on one side, its list and form on the other. */
export function Part({
  view,
  id,
  words,
  children,
}: {
  view: Shown;
  id: string;
  words: { heading: string; intro: string };
  children: Child;
}) {
  return (
    <section class="settings-part" id={id} aria-labelledby={`${id}-heading`}>
      <div>
        <h2 id={`${id}-heading`}>{words.heading}</h2>
        <p class="quiet">{words.intro}</p>
        {view.done === id && (
          <p class="settings-done" role="status">
            {wordsOf(view.locale).done}
          </p>
        )}
      </div>
      <div>{children}</div>
    </section>
  );
}

/** A secret that is seen this once. */
export function Made({ view, kind, words }: { view: Shown; kind: string; words: string }) {
  if (view.made?.kind !== kind) return null;
  return (
    <div class="settings-made" role="status">
      <p>{words}</p>
      <pre class="snippet">
        <code>{view.made.secret}</code>
      </pre>
    </div>
  );
}
