/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { euros } from '../cart/euros.ts';
import { totalsOf } from '../cart/totals.ts';
import type { CheckoutProps } from '../checkout/flow.ts';
import { basketOf } from '../session/session.ts';
import { Field } from './field.tsx';
import { FillButton } from './fillButton.tsx';
import { FormAlert } from './formAlert.tsx';

const GOOD_CARD = { number: '4242 4242 4242 4242', expiry: '12/34', code: '123' };
const BAD_CARD = { ...GOOD_CARD, number: '4000 0000 0000 0002' };

/** `autocomplete` is off on purpose: a browser must not offer a real card to a demo. */
export function PaymentForm({ urls, session, forms }: Omit<CheckoutProps, 'step'>) {
  const form = forms.payment;
  const { total } = totalsOf(basketOf(session));
  return (
    <form class="form" method="post" action={urls.payment} novalidate>
      <FormAlert message={form.alert} />
      <p class="form-intro">Please don’t use a real card. These two will do:</p>
      <div class="fills">
        <FillButton label="Use a card that works" values={GOOD_CARD} />
        <FillButton label="Use a card that is declined" values={BAD_CARD} />
      </div>
      <Field
        name="number"
        label="Card number"
        form={form}
        inputmode="numeric"
        autocomplete="off"
        hint="Any number will do. If it ends in 0002, it is declined."
      />
      <div class="field-pair">
        <Field name="expiry" label="Expiry date (MM/YY)" form={form} autocomplete="off" />
        <Field
          name="code"
          label="Security code"
          form={form}
          inputmode="numeric"
          autocomplete="off"
        />
      </div>
      <div class="form-foot">
        <a href={urls.shipping}>Back to shipping</a>
        <button type="submit" class="button button-pay">
          Pay {euros(total)}
        </button>
      </div>
    </form>
  );
}
