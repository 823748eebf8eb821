import { describe, expect, it } from 'vitest';
import { alertTypeOf } from '../src/alertType.ts';

describe(alertTypeOf.name, () => {
  it.each([
    ['Billing Phone is a required field.', 'INPUT_REQUIRED'],
    ['Dies ist ein Pflichtfeld.', 'INPUT_REQUIRED'],
    ['Ce champ est obligatoire.', 'INPUT_REQUIRED'],
    ['Este campo es obligatorio', 'INPUT_REQUIRED'],
    ['필수 입력 항목입니다.', 'INPUT_REQUIRED'],
    ['この項目は必須です。', 'INPUT_REQUIRED'],
    ['Please enter a valid address', 'INPUT_INVALID'],
    ['Bitte geben Sie eine gültige Adresse ein', 'INPUT_INVALID'],
    ['Veuillez saisir une adresse valide', 'INPUT_INVALID'],
    ['Introduzca un dato válido', 'INPUT_INVALID'],
    ['올바른 형식이 아닙니다. 다시 입력해 주세요.', 'INPUT_INVALID'],
    ['正しい形式で入力してください', 'INPUT_INVALID'],
    ['Coupon "SUMMER" is not valid', 'DISCOUNT_ERROR'],
    ['Der Gutschein ist abgelaufen', 'DISCOUNT_ERROR'],
    ['El cupón no existe', 'DISCOUNT_ERROR'],
    ['쿠폰을 사용할 수 없습니다', 'DISCOUNT_ERROR'],
    ['クーポンは使えません', 'DISCOUNT_ERROR'],
    ['Your card was declined.', 'PAYMENT_ERROR'],
    ['Ihre Karte wurde abgelehnt', 'PAYMENT_ERROR'],
    ['Le paiement a échoué', 'PAYMENT_ERROR'],
    ['El pago ha fallado', 'PAYMENT_ERROR'],
    ['결제에 실패했습니다', 'PAYMENT_ERROR'],
    ['決済に失敗しました', 'PAYMENT_ERROR'],
    ['Sorry, this is out of stock', 'INVENTORY_ERROR'],
    ['Dieser Artikel ist nicht verfügbar', 'INVENTORY_ERROR'],
    ['Article indisponible', 'INVENTORY_ERROR'],
    ['품절된 상품입니다', 'INVENTORY_ERROR'],
    ['在庫がありません', 'INVENTORY_ERROR'],
    ['We do not ship to your country', 'DELIVERY_ERROR'],
    ['Lieferung dorthin ist nicht möglich', 'DELIVERY_ERROR'],
    ['배송이 불가능한 지역입니다', 'DELIVERY_ERROR'],
    ['Please enter your e-mail address', 'CONTACT_ERROR'],
    ['Diese Telefonnummer kennen wir nicht', 'CONTACT_ERROR'],
    ['Please choose a size', 'MERCHANDISE_ERROR'],
    ['Veuillez choisir une taille', 'MERCHANDISE_ERROR'],
    ['옵션을 선택해 주세요', 'MERCHANDISE_ERROR'],
    ['Something went wrong', 'CHECKOUT_ERROR'],
    ['Session expired', 'CHECKOUT_ERROR'],
  ])('%s: %s', (message, type) => {
    expect(alertTypeOf(message)).toBe(type);
  });
});
