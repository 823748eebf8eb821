import type { Step } from './placeOf.ts';

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Kinds of fields by their `autocomplete`, type, or else their name. Never by their value. */
const KINDS: readonly (readonly [Step, RegExp])[] = [
  ['payment', /(^| )cc-(number|exp|csc|name)|card[-_]?(number|no|cvc|cvv)|kreditkart/],
  [
    'address',
    /street-address|address-line1|postal-code|street|strasse|straße|adresse|address[-_]?(line)?[-_]?1|address_1|postcode|zip|postal|plz|codigo_postal|postnummer|주소|zonecode/,
  ],
  ['contact', /(^| )(email|tel)( |$)|e-?mail|phone|telefon/],
];
const CHOICES: readonly (readonly [Step, RegExp])[] = [
  ['payment', /pay(ment)?|zahl|paiement|pago|betal|platnosc|결제/],
  [
    'shipping',
    /shipping|delivery|versand|liefer|livraison|envio|carrier|spedizione|dostawa|frakt|배송/,
  ],
];
const ELSEWHERE =
  /newsletter|subscribe|coupon|voucher|promo|discount|search|login|signin|comment|review/;

/** Which steps of checkout are asked for by what is shown in a form, or on a page. */
export function formSteps(root: ParentNode, isShown: (field: Element) => boolean): Set<Step> {
  const steps = new Set<Step>();
  for (const field of root.querySelectorAll<Field>('input,select,textarea')) {
    const step = stepOfField(field);
    if (step && !steps.has(step) && isShown(field)) steps.add(step);
  }
  return steps;
}

function stepOfField({ type, name, id, autocomplete, form, disabled }: Field): Step | undefined {
  if (disabled || /hidden|submit|button|image|reset|search|password/.test(type)) return undefined;
  const formName = `${form?.id} ${form?.getAttribute('action')} ${form?.className}`.toLowerCase();
  if (ELSEWHERE.test(formName) || form?.querySelector('[autocomplete=current-password]')) {
    return undefined;
  }
  const named = `${name} ${id}`.toLowerCase();
  if (type === 'radio') {
    // "Ship to a different address?" is no choice of a carrier.
    return /address|adresse/.test(named)
      ? undefined
      : CHOICES.find(([, word]) => word.test(named))?.[0];
  }
  if (type === 'checkbox') return undefined;
  const told = autocomplete && autocomplete !== 'off' && autocomplete !== 'on' ? autocomplete : '';
  return KINDS.find(([, word]) =>
    word.test(told || `${type === 'text' ? '' : type} ${named}`),
  )?.[0];
}
