import type { AlertType } from './params.ts';

/**
 * Words that messages have, by what they are about, in the languages that shops speak. The first that
 * fits counts: an invalid coupon is about the coupon, and a required phone about what is required.
 */
const WORDS: readonly (readonly [AlertType, RegExp])[] = [
  [
    'INPUT_REQUIRED',
    /requi|mandatory|missing|fill (in|out)|(can|must) ?not be (empty|blank)|pflicht|ausfüllen|oblig|verplicht|vereist|wymagan|필수|必須|必填/i,
  ],
  [
    'DISCOUNT_ERROR',
    /co?upon|cup[oóô]n|cupom|promo|discount|voucher|gift card|\bcode\b|gutsch|rabatt|remise|descuento|buono|sconto|korting|kod rabatowy|쿠폰|할인|クーポン|割引|优惠/i,
  ],
  [
    'PAYMENT_ERROR',
    /pay(ment|pal)?|\b(credit|debit|your) card\b|\bcards?\b|declin|\bcvv\b|\bcvc\b|karte|zahl|bezahl|paiement|\bcartes?\b|pago|tarjeta|pagament|carta di|cartão|betaal|płatno|결제|카드|決済|支払|カード|支付/i,
  ],
  [
    'INVENTORY_ERROR',
    /stock|sold ?out|unavailable|not available|no longer available|availab|verfügbar|vergriffen|ausverkauft|dispon|agotad|épuisé|esaurit|esgotad|uitverkocht|voorraad|niedostępn|품절|재고|在庫|缺货/i,
  ],
  [
    'DELIVERY_ERROR',
    /shipp?(ing|ed)?\b|deliver|liefer|versand|livr|expédi|env[ií]o|entrega|sped|consegna|verzend|bezorg|dostaw|배송|配送|送货/i,
  ],
  [
    'CONTACT_ERROR',
    /e-?mail|\bphone\b|telephone|mobile number|telefon|téléphone|teléfono|correo|이메일|전화|휴대폰|メール|電話|邮箱|手机/i,
  ],
  [
    'MERCHANDISE_ERROR',
    /\b(items?|products?|quantity|variant|size|colou?r|options?)\b|artikel|produkt|menge|größe|article|quantité|taille|artículo|producto|cantidad|talla|prodotto|quantità|상품|수량|옵션|사이즈|商品|数量|サイズ/i,
  ],
  [
    'INPUT_INVALID',
    /v[aá]lid|incorrect|wrong format|gült|falsch|incorrec|geldig|올바|형식|正し|形式/i,
  ],
];

/**
 * What a message is about that says to a shopper that something is wrong.
 *
 * @returns `CHECKOUT_ERROR` where no word says it.
 */
export function alertTypeOf(message: string): AlertType {
  return WORDS.find(([, words]) => words.test(message))?.[0] ?? 'CHECKOUT_ERROR';
}
