import { describe, expect, it } from 'vitest';
import { numberIn, readOrder, totalsIn } from '../../src/shop/page/readOrder.ts';

describe(numberIn, () => {
  it.each([
    ['Order number: 10023', '10023'],
    ['Your order # is: 000000012.', '000000012'],
    ['Order #FF-1042', 'FF-1042'],
    ['Order F-10231', 'F-10231'],
    ['Order no. 55', undefined],
    ['Order No: 551', '551'],
    ['Bestellnummer: LL-20443', 'LL-20443'],
    ['Ihre Bestellung Nr. 4711', '4711'],
    ['Auftragsnummer 2024-77', '2024-77'],
    ['Numéro de commande : 123456', '123456'],
    ['Commande n° 8812', '8812'],
    ['Número de pedido: 9921', '9921'],
    ['Numero ordine: 771', '771'],
    ['Numer zamówienia: 2211/24', '2211'],
    ['Bestelnummer: 100', undefined],
    ['주문번호 20240101-0000012', '20240101-0000012'],
    ['ご注文番号：A-1234', 'A-1234'],
    ['订单编号: 99887766', '99887766'],
    ['Ordernummer: 3321', '3321'],
    ['Номер заказа: 5512', '5512'],
    ['Order date: 2024-05-01', undefined],
    ['Your order has been placed. Call 5551234', undefined],
    ['We confirm your order within 24 hours', undefined],
  ])('of "%s" is %s', (text, number) => {
    expect(numberIn(text)).toBe(number);
  });
});

describe(readOrder, () => {
  const order = (text: string, path = '/thanks') =>
    readOrder(text, new URL(path, 'https://shop.example'), {});

  it.each<[string, string, object]>([
    ['Subtotal €10.00\nShipping €5.00\nTotal €15.00', '/thanks', { value: 15, currency: 'EUR' }],
    ['Zwischensumme 10,00 €\nGesamtsumme\n15,00 €', '/danke', { value: 15, currency: 'EUR' }],
    ['Total items: 3\nGrand total: $1,299.00', '/thanks', { value: 1299, currency: 'USD' }],
    ['총 결제금액 52,000원', '/done', { value: 52000, currency: 'KRW' }],
    ['小計 ¥3,000\n合計 ¥3,500', '/done', { value: 3500, currency: 'JPY' }],
    ['Thank you', '/checkout/order-received/123/?key=wc_1', { transaction_id: '123' }],
    ['Thank you', '/orders/F-77/thanks', { transaction_id: 'F-77' }],
    ['Thank you', '/thanks?order_id=9', { transaction_id: '9' }],
    ['Thank you', '/thanks?key=abc', { transaction_id: 'abc' }],
    ['Thank you', '/2024/thanks', {}],
  ])('of "%s" at %s is %j', (text, path, expected) => {
    expect(order(text, path)).toEqual(expected);
  });
});

describe(totalsIn, () => {
  it.each<[string, number[]]>([
    ['Subtotal $50.00\nShipping $7.95\nTotal (USD) $57.95', [57.95]],
    ['Order Summary\nSubtotal $50.00', []],
    ['Order Summary\nSocks £25.00', []],
    ['Total\nShipping $7.95', []],
    ['Total savings $5.00', []],
    ['Total tax $5.00', []],
    ['Total (tax incl.) $57.95', [57.95]],
    ['Gesamtsumme (inkl. MwSt.)\n57,95 €', [57.95]],
    ['Total $50.00\nOrder total $57.95', [57.95]],
    ['Total $50.00\nTotal $57.95', [50, 57.95]],
    ['Summa\n57,95 kr', [57.95]],
    ['최종 결제 금액\n90,000원', [90_000]],
    ['결제예정금액\n90,000원', [90_000]],
    ['배송비\n3,000원', []],
    ['총 할인금액 5,000원\n총 결제금액 85,000원', [85_000]],
  ])('of "%s" are %j', (text, values) => {
    expect(totalsIn(text, {}).map(({ value }) => value)).toEqual(values);
  });
});
