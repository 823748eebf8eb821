/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { CheckoutProps } from '../checkout/flow.ts';
import { Field } from './field.tsx';
import { FillButton } from './fillButton.tsx';

const MADE_UP = { email: 'ada@example.com', name: 'Ada Vaz' };

export function ContactForm({ urls, session, forms }: Omit<CheckoutProps, 'step'>) {
  const form = forms.contact;
  const next = new URLSearchParams({ next: urls.contact });
  return (
    <form class="form" method="post" action={urls.contact} novalidate>
      <p class="form-intro">
        {session.user ? (
          <>Logged in as {session.user.name}.</>
        ) : (
          <>
            Carry on as a guest, or <a href={`/login?${next}`}>log in</a>.
          </>
        )}
      </p>
      <FillButton label="Fill in made-up details" values={MADE_UP} />
      <Field
        name="email"
        label="E-mail"
        form={form}
        type="email"
        inputmode="email"
        autocomplete="email"
        hint="Make one up. We never write."
      />
      <Field name="name" label="Full name" form={form} autocomplete="name" />
      <div class="form-foot">
        <button type="submit" class="button">
          Continue to shipping
        </button>
      </div>
    </form>
  );
}
