import { describe, expect, it } from 'vitest';
import { readAmount, readMoney, readMoneys, readPrice } from '../../src/shop/money/readMoney.ts';

describe(readMoney, () => {
  it.each([
    ['€19.90', 19.9, 'EUR'],
    ['19,90 €', 19.9, 'EUR'],
    ['1.234,56 €', 1234.56, 'EUR'],
    ['€ 1,234.56', 1234.56, 'EUR'],
    ['1 234,56 zł', 1234.56, 'PLN'],
    ['1\u00a0234,56\u00a0€', 1234.56, 'EUR'],
    ["CHF 1'234.50", 1234.5, 'CHF'],
    ['Fr. 19.–', 19, 'CHF'],
    ['£5', 5, 'GBP'],
    ['US$12', 12, 'USD'],
    ['R$ 1.299,90', 1299.9, 'BRL'],
    ['₩12,000', 12000, 'KRW'],
    ['12,000원', 12000, 'KRW'],
    ['¥1,980', 1980, 'JPY'],
    ['3,000円（税込）', 3000, 'JPY'],
    ['Rp 150.000', 150000, 'IDR'],
    ['12.000 ₫', 12000, 'VND'],
    ['1.234 EUR', 1234, 'EUR'],
    ['KWD 12.500', 12.5, 'KWD'],
    ['₹ 1,23,456.00', 123456, 'INR'],
    ['2 490 Kč', 2490, 'CZK'],
    ['19,- €', 19, 'EUR'],
    ['2 item(s) - $50.00', 50, 'USD'],
    ['Only 3 left', undefined, undefined],
    ['GPS 24', undefined, undefined],
    ['from €10 to €20', undefined, undefined],
  ])('reads %s', (text, value, currency) => {
    expect(readMoney(text, {})).toEqual(value === undefined ? undefined : { value, currency });
  });

  it.each([
    ['$5', {}, 'USD'],
    ['$5', { region: 'CA' }, 'CAD'],
    ['$5', { region: 'AU', told: 'NZD' }, 'NZD'],
    ['¥5', { region: 'CN' }, 'CNY'],
    ['5 kr', { region: 'DK' }, 'DKK'],
    ['5 kr', {}, 'SEK'],
    ['€5', { told: 'USD' }, 'EUR'],
  ])('means %s by %j', (text, locale, currency) => {
    expect(readMoney(text, locale)?.currency).toBe(currency);
  });

  it('reads all sums of a text in order', () => {
    expect(readMoneys('2 × 9,50 € = 19,00 €', {}).map(({ value }) => value)).toEqual([9.5, 19]);
  });
});

describe(readAmount, () => {
  it.each([
    ['1.234', '', 1234],
    ['1,234', '', 1234],
    ['0.500', '', 0.5],
    ['12.5', '', 12.5],
    ['1.234.567', '', 1234567],
    ['1,234.5', '', 1234.5],
    ['1.234', 'KWD', 1.234],
    ['12', '', 12],
  ])('takes %s %s as %d', (text, currency, value) => {
    expect(readAmount(text, currency)).toBe(value);
  });
});

describe(readPrice, () => {
  it.each([
    [19.9, 'EUR', 19.9],
    ['19.900000', 'EUR', 19.9],
    ['1234.5', 'EUR', 1234.5],
    ['1.234,50', 'EUR', 1234.5],
    ['€ 19,90', 'EUR', 19.9],
    ['12.000', 'VND', 12000],
    ['0', 'EUR', 0],
    ['on request', 'EUR', undefined],
    [null, 'EUR', undefined],
  ])('takes %j %s as %s', (price, currency, value) => {
    expect(readPrice(price, currency)).toBe(value);
  });
});
