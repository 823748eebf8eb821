import type { AlertType } from '@cartograph/journey';

/**
 * Words that messages have, by what they are about, in English, German, French, Spanish, Korean and
 * Japanese. The first that fits counts: an invalid coupon is about the coupon.
 */
const WORDS: Partial<Record<AlertType, RegExp>> = {
  INPUT_REQUIRED: /requi|pflicht|oblig|필수|必須/i,
  DISCOUNT_ERROR: /co?upon|cup[oó]n|code|gutsch|쿠폰|クーポン/i,
  PAYMENT_ERROR: /pay|[ck]ar[dt]|pai?e|pago|결제|決済/i,
  INVENTORY_ERROR: /stock|sold|avail|verf|dispon|품절|在庫/i,
  DELIVERY_ERROR: /ship|deliv|liefer|livr|env[ií]|배송|配送/i,
  INPUT_INVALID: /v[aá]lid|gült|올바|正し/i,
};

/** What a message sounds like that says no, or asks for something. */
const BAD =
  /err|fail|declin|not|n['’]t|v[aá]lid|requi|please|fehl|bitte|gült|veuill|favor|없|주세|ません|くだ/i;

/**
 * What a message that the shopper is shown is about.
 *
 * @param isError Whether the page marks it as an error. Otherwise it must sound like one.
 * @returns `undefined` if it is none.
 */
export function alertType(message: string, isError: boolean): AlertType | undefined {
  if (!isError && !BAD.test(message)) return undefined;
  for (const type in WORDS) {
    if (WORDS[type as AlertType]!.test(message)) return type as AlertType;
  }
  return 'CHECKOUT_ERROR';
}
