import { describe, expect, it } from 'vitest';
import { CONTACT_RULES, paymentRules, SHIPPING_RULES } from '../src/checkout/rules.ts';
import { readForm } from '../src/forms/readForm.ts';
import { ADDRESS, CARD, CONTACT, NOW } from './shopper.ts';

const wrong = (read: ReturnType<typeof readForm<string>>) =>
  read.ok ? {} : Object.fromEntries(Object.entries(read.form.errors).map(([k, e]) => [k, e?.type]));

describe(readForm, () => {
  it.each([
    ['all of it', CONTACT, {}],
    ['nothing', {}, { email: 'INPUT_REQUIRED', name: 'INPUT_REQUIRED' }],
    ['spaces', { ...CONTACT, name: '  ' }, { name: 'INPUT_REQUIRED' }],
    ['half an address', { ...CONTACT, email: 'ada@' }, { email: 'INPUT_INVALID' }],
    ['a file instead of a text', { ...CONTACT, name: {} }, { name: 'INPUT_REQUIRED' }],
  ])('of the contact, given %s', (_, body, expected) => {
    expect(wrong(readForm(CONTACT_RULES, body))).toEqual(expected);
  });

  it.each([
    ['all of it', {}, {}],
    ['a country we do not know', { country: 'Atlantis' }, { country: 'INPUT_INVALID' }],
    ['a postcode of one letter', { postcode: 'x' }, { postcode: 'INPUT_INVALID' }],
    ['a way we do not ship', { tier: 'owl' }, { tier: 'INPUT_INVALID' }],
  ])('of the shipping, given %s', (_, change, expected) => {
    expect(wrong(readForm(SHIPPING_RULES, { ...ADDRESS, ...change }))).toEqual(expected);
  });

  it.each([
    ['all of it', {}, {}],
    ['a card good to the end of this month', { expiry: '11/26' }, {}],
    ['a card that ended last month', { expiry: '10/26' }, { expiry: 'INPUT_INVALID' }],
    ['a month that is none', { expiry: '13/30' }, { expiry: 'INPUT_INVALID' }],
    ['no date at all', { expiry: 'soon' }, { expiry: 'INPUT_INVALID' }],
    ['too few digits', { number: '4242' }, { number: 'INPUT_INVALID' }],
    ['no security code', { code: '' }, { code: 'INPUT_REQUIRED' }],
  ])('of the payment, given %s', (_, change, expected) => {
    expect(wrong(readForm(paymentRules(NOW), { ...CARD, ...change }))).toEqual(expected);
  });
});
