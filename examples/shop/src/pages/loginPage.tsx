/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { FormState } from '../forms/readForm.ts';
import { Field } from '../parts/field.tsx';
import { FormAlert } from '../parts/formAlert.tsx';
import type { LoginField } from '../session/login.ts';

interface LoginPageProps {
  form: FormState<LoginField>;
  /** Path to go on to. */
  next: string;
}

export function LoginPage({ form, next }: LoginPageProps) {
  return (
    <section class="login">
      <h1>Log in</h1>
      <p class="form-intro">
        Take any name you like. The password is <code>demo</code>.
      </p>
      <form class="form" method="post" action="/login" novalidate>
        <FormAlert message={form.alert} />
        <input type="hidden" name="next" value={next} />
        <Field name="user" label="Name" form={form} autocomplete="username" />
        <Field
          name="password"
          label="Password"
          form={form}
          type="password"
          autocomplete="current-password"
        />
        <div class="form-foot">
          <a href={next}>Carry on as a guest</a>
          <button type="submit" class="button">
            Log in
          </button>
        </div>
      </form>
    </section>
  );
}
