/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { CheckoutProps } from '../checkout/flow.ts';
import { COUNTRIES } from '../checkout/rules.ts';
import { SHIPPING_OPTIONS } from '../checkout/shippingOptions.ts';
import { Field, Select } from './field.tsx';
import { FillButton } from './fillButton.tsx';
import { costOf } from './totalsList.tsx';

const MADE_UP = {
  street: 'Rua da Bússola 7',
  postcode: '4050-253',
  city: 'Porto',
  country: 'Portugal',
};

export function ShippingForm({ urls, forms }: Omit<CheckoutProps, 'step'>) {
  const form = forms.shipping;
  return (
    <form class="form" method="post" action={urls.shipping} novalidate>
      <FillButton label="Fill in a made-up address" values={MADE_UP} />
      <Field
        name="street"
        label="Street and number"
        form={form}
        autocomplete="shipping address-line1"
      />
      <div class="field-pair">
        <Field name="postcode" label="Postcode" form={form} autocomplete="shipping postal-code" />
        <Field name="city" label="Town" form={form} autocomplete="shipping address-level2" />
      </div>
      <Select
        name="country"
        label="Country"
        form={form}
        autocomplete="shipping country-name"
        options={COUNTRIES}
      />
      <fieldset class="tiers">
        <legend>How should it travel?</legend>
        {SHIPPING_OPTIONS.map(({ id, name, detail, cents }) => (
          <label class="tier">
            <input type="radio" name="tier" value={id} checked={id === form.values.tier} />
            <span>
              <strong>{name}</strong>
              <small>{detail}</small>
            </span>
            <span class="tier-cost">{costOf(cents)}</span>
          </label>
        ))}
        {form.errors.tier && <p class="error">{form.errors.tier.message}</p>}
      </fieldset>
      <div class="form-foot">
        <a href={urls.contact}>Back to contact</a>
        <button type="submit" class="button">
          Continue to payment
        </button>
      </div>
    </form>
  );
}
