import type { Rule } from '../forms/readForm.ts';
import { SHIPPING_OPTIONS } from './shippingOptions.ts';

export const COUNTRIES = [
  'Austria',
  'France',
  'Germany',
  'Ireland',
  'Italy',
  'Netherlands',
  'Portugal',
  'Spain',
];

export type ContactField = 'email' | 'name';

export const CONTACT_RULES: Record<ContactField, Rule> = {
  email: {
    required: 'Please enter an e-mail address.',
    invalid: 'This does not look like an e-mail address.',
    isValid: (value) => /^\S+@\S+\.\S+$/.test(value),
  },
  name: { required: 'Please enter a name.' },
};

export type ShippingField = 'street' | 'postcode' | 'city' | 'country' | 'tier';

export const SHIPPING_RULES: Record<ShippingField, Rule> = {
  street: { required: 'Please enter a street and number.' },
  postcode: {
    required: 'Please enter a postcode.',
    invalid: 'A postcode has 3 to 10 letters and digits.',
    isValid: (value) => /^[A-Z0-9][A-Z0-9 -]{1,8}[A-Z0-9]$/i.test(value),
  },
  city: { required: 'Please enter a town.' },
  country: {
    required: 'Please choose a country.',
    invalid: 'We don’t ship there.',
    isValid: (value) => COUNTRIES.includes(value),
  },
  tier: {
    required: 'Please choose how it should travel.',
    isValid: (value) => SHIPPING_OPTIONS.some(({ id }) => id === value),
  },
};

export type PaymentField = 'number' | 'expiry' | 'code';

/** @param now Epoch milliseconds: a card is good to the end of its month. */
export function paymentRules(now: number): Record<PaymentField, Rule> {
  return {
    number: {
      required: 'Please enter a card number.',
      invalid: 'A card number has 12 to 19 digits.',
      isValid: (value) => /^\d{12,19}$/.test(value.replace(/[ -]/g, '')),
    },
    expiry: {
      required: 'Please enter the expiry date.',
      invalid: 'This should be a month to come, as MM/YY.',
      isValid: (value) => endOfMonth(value) > now,
    },
    code: {
      required: 'Please enter the security code.',
      invalid: 'The security code has 3 or 4 digits.',
      isValid: (value) => /^\d{3,4}$/.test(value),
    },
  };
}

/** `NaN`, which is after nothing, when it isn't MM/YY. */
function endOfMonth(expiry: string): number {
  const [, month, year] = /^(0[1-9]|1[0-2]) ?\/ ?(\d\d)$/.exec(expiry) ?? [];
  return Date.UTC(2000 + Number(year), Number(month));
}
