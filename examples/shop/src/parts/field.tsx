/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { FormState } from '../forms/readForm.ts';

interface Asked<Name extends string> {
  name: Name;
  label: string;
  form: FormState<Name>;
  /** `off` where a browser must not offer anything real. */
  autocomplete: string;
  hint?: string;
}

interface FieldProps<Name extends string> extends Asked<Name> {
  /** @default 'text' */
  type?: 'text' | 'email' | 'password';
  inputmode?: 'numeric' | 'email';
}

export function Field<Name extends string>(props: FieldProps<Name>) {
  const { type = 'text', inputmode, form, name } = props;
  return (
    <Labelled asked={props}>
      <input
        {...attributes(props)}
        type={type}
        inputmode={inputmode}
        value={type === 'password' ? undefined : form.values[name]}
      />
    </Labelled>
  );
}

interface SelectProps<Name extends string> extends Asked<Name> {
  options: readonly string[];
}

export function Select<Name extends string>(props: SelectProps<Name>) {
  const { options, form, name } = props;
  return (
    <Labelled asked={props}>
      <select {...attributes(props)}>
        <option value="">Choose…</option>
        {options.map((option) => (
          <option value={option} selected={option === form.values[name]}>
            {option}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

interface LabelledProps<Name extends string> {
  asked: Asked<Name>;
  children?: Child;
}

function Labelled<Name extends string>({ asked, children }: LabelledProps<Name>) {
  const { name, label, form } = asked;
  const note = noteOf(asked);
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {children}
      {note && (
        <p class={form.errors[name] ? 'error' : 'hint'} id={`${name}-note`}>
          {note}
        </p>
      )}
    </div>
  );
}

function noteOf<Name extends string>({ name, form, hint }: Asked<Name>) {
  return form.errors[name]?.message ?? hint;
}

function attributes<Name extends string>(asked: Asked<Name>) {
  const { name, form, autocomplete } = asked;
  const [firstWrong] = Object.keys(form.errors);
  return {
    id: name,
    name,
    autocomplete,
    required: true,
    autofocus: name === firstWrong,
    'aria-invalid': form.errors[name] ? ('true' as const) : undefined,
    'aria-describedby': noteOf(asked) && `${name}-note`,
  };
}
