/** Signs that mean one currency everywhere, as shops write them. */
const SIGNS: readonly (readonly [sign: string, code: string])[] = [
  ...(
    'US$:USD CA$:CAD C$:CAD AU$:AUD A$:AUD NZ$:NZD HK$:HKD NT$:TWD S$:SGD MX$:MXN R$:BRL €:EUR £:GBP 円:JPY ' +
    '元:CNY ₩:KRW 원:KRW ₹:INR Rs.:INR zł:PLN Kč:CZK Ft:HUF ₽:RUB руб:RUB ₴:UAH грн:UAH ₺:TRY ₫:VND ' +
    'đ:VND ฿:THB ₪:ILS ₱:PHP ₦:NGN Rp:IDR RM:MYR лв:BGN lei:RON Fr.:CHF Lei:RON TL:TRY'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
];

/** ISO 4217 codes that shops write beside a price. */
const CODES =
  /^(EUR|USD|GBP|CHF|JPY|CNY|KRW|INR|PLN|CZK|HUF|SEK|NOK|DKK|ISK|RUB|UAH|TRY|CAD|AUD|NZD|HKD|TWD|SGD|MXN|BRL|VND|THB|ILS|PHP|NGN|IDR|MYR|BGN|RON|ARS|CLP|COP|PEN|UYU|ZAR|EGP|MAD|AED|SAR|QAR|KWD|BHD|OMR|JOD|TND|PKR|BDT|LKR|KES|RSD|GEL|KZT)$/;

/** Signs of several currencies: the region decides. The first is meant where it doesn't. */
const SHARED: Readonly<Record<string, string>> = {
  $: 'US:USD CA:CAD AU:AUD NZ:NZD MX:MXN AR:ARS CL:CLP CO:COP HK:HKD SG:SGD TW:TWD UY:UYU',
  '¥': 'JP:JPY CN:CNY',
  '￥': 'JP:JPY CN:CNY',
  kr: 'SE:SEK NO:NOK DK:DKK IS:ISK',
};

/** What any of these signs and codes looks like in a text. */
export const SIGN =
  '(?:[A-Z]{1,2}\\$|[A-Z]{3}(?![A-Za-z])|[€£¥￥円元₩원₹₽₴₺₫฿₪₱₦$]|Rs\\.?|zł|Kč|Ft|руб|грн|đ|Rp|RM|лв|[Ll]ei|Fr\\.|TL|kr)';

/**
 * The ISO 4217 code of a currency sign.
 *
 * @param told What the page itself says its currency is. Decides where a sign is shared.
 * @param region Two letters: of the page's language, or its domain.
 */
export function currencyOf(sign: string, { told, region }: Locale): string | undefined {
  if (CODES.test(sign)) return sign;
  const one = SIGNS.find(([known]) => known === sign || known === `${sign}.`);
  if (one) return one[1];

  const shared = SHARED[sign]?.split(' ').map((pair) => pair.split(':'));
  const among = shared?.find(([place, code]) => (told ? code === told : place === region));
  return (among ?? shared?.[0])?.[1];
}

/** Where a page speaks from. */
export interface Locale {
  told?: string | undefined;
  region?: string | undefined;
}
