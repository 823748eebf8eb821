import type { PurchaseParams } from '@cartograph/journey';
import type { Locale } from '../money/currency.ts';
import { type Money, readMoneys } from '../money/readMoney.ts';

/** An order, in the common languages. */
const ORDER =
  '(?:\\border|\\bpurchase|confirmation|bestell(?:ung)?s?|auftrags?|commande|pedido|ordine|encomenda|zam[óo]wieni[ae]|bestelling|best[äa]llnings?|\\bordre|tilaus|objedn[áa]vk[ay]|rendel[ée]s|comand[ăa]|sipari[şs]|заказа?|замовлення|注文|订单|訂單|주문|đơn hàng|pesanan)';
const NUMBER =
  '(?:number|no\\b|nr\\b|n[°º]|id\\b|#|№|code\\b|ref(?:erence|erenz)?\\b|nummer|num[ée]ro|n[úu]mero|numer|č[íi]slo|sz[áa]m|numarası|номер|番号|编号|編號|号|號|번호)';
/** The number itself has a digit, and is no word. */
const ID = '(?:is|ist|est|es|è)?[\\s.:：#№]*((?=[\\p{L}-]*\\d)[\\p{L}\\d][\\p{L}\\d-]';

/** "Order number: 10023", "Bestellnr. 10023", "numéro de commande : 10023", "Order F-10023". */
const NUMBERED = [
  `${ORDER}[\\s_-]*(?:is\\s*)?${NUMBER}[\\s.:：#№]*${ID}{1,30})`,
  `${NUMBER}\\s+(?:\\p{L}+'?\\s?){0,3}${ORDER}[\\s.:：#№]*${ID}{1,30})`,
  `${ORDER}[\\s:：#№]+((?=[\\p{L}-]*\\d)[\\p{L}\\d][\\p{L}\\d-]{3,30})`,
].map((pattern) => new RegExp(pattern, 'iu'));

const GRAND =
  /(grand|order|overall|paid|amount)[\s-]*total|total[\s-]*(paid|ttc|amount|payable|due|a pagar|general|incl)|gesamt(summe|betrag|preis)?|endsumme|rechnungsbetrag|totale ordine|totalbelopp|합계|결제 ?(예정 ?)?금액|총 ?(주문|결제)?|合計|総額|总计|總計|合计|实付/i;
const TOTAL =
  /(?<![\p{L}-])(total|totale?|totaal|summe|suma|razem|łącznie|summa\b|i alt|sum\b|yhteens[äa]|celkem|összesen|итого|всего|toplam|σύνολο|tổng|jumlah)/iu;
const NOT_TOTAL =
  /sub|zwischen|sous|parcial|items|articles|tax|mwst|steuer|tva|iva\b|vat|sav(ed|ing)|discount|rabatt|shipping|versand|소계|상품|할인|적립|배송|小計|小计|point|netto|excl|exkl|zzgl/i;

/** "Total (tax incl.)", "Gesamt (inkl. MwSt.)" */
const INCLUDED = /\([^)]*in[ck]l[^)]*\)/i;

/** The params in an address that name an order, where they do. */
const IN_QUERY =
  /^(order|order[-_]?(id|number|no|nr|ref|reference|key)|id_?order|bestell(ung|nr|nummer)|commande|pedido|ordine|transaction_?id|oid|ordernum)$/i;

/**
 * What a thank-you page tells of its order: the number beside its label, else the one in the address,
 * and the total. What is not clearly there is left out.
 *
 * @param text The page as a shopper reads it, a line a row.
 */
export function readOrder(text: string, url: URL, locale: Locale): PurchaseParams {
  const transaction_id = numberIn(text) ?? idIn(url);
  const total = totalsIn(text, locale).at(-1);
  return { ...(transaction_id && { transaction_id }), ...total };
}

/** The number of an order beside its label. */
export function numberIn(text: string): string | undefined {
  const numbers = NUMBERED.map((pattern) => pattern.exec(text.slice(0, 20_000))?.[1]);
  // A date is no number of an order.
  return numbers.find((number) => number && !/^(\d{1,4}-\d{1,2}-\d{1,4}|\d{1,2})$/.test(number));
}

/** What comes before an id in an address. */
const BEFORE_ID =
  /order|checkout|thank|success|confirm|complete|received|commande|bestell|pedido|ordine|danke|merci|gracias|주문/i;

/** What an address has to tell one order from all others: the same again when the page is reloaded. */
export function idIn({ searchParams, pathname }: URL): string | undefined {
  const [, queried] = [...searchParams].find(([name, value]) => IN_QUERY.test(name) && value) ?? [];
  const parts = pathname.split('/');
  const part = parts.find(
    (one, index) => /^(?=.*\d)[\w.~-]{2,64}$/.test(one) && BEFORE_ID.test(parts[index - 1] ?? ''),
  );
  return queried ?? part ?? searchParams.get('key') ?? searchParams.get('token') ?? undefined;
}

/** The sums beside what a page calls a total of the whole: of the surest such words, in order. */
export function totalsIn(text: string, locale: Locale): Money[] {
  const lines = text
    .slice(0, 20_000)
    .split(/\n+/)
    .map((line) => line.trim());
  const labelled = (label: RegExp) =>
    lines.flatMap((line, index) => {
      const at = label.exec(line)?.index ?? -1;
      if (at < 0 || line.length > 120 || NOT_TOTAL.test(line.replace(INCLUDED, ''))) return [];
      const [beside] = readMoneys(line.slice(at), locale);
      const next = lines[index + 1] ?? '';
      // A label over its sum, or in a cell before it.
      const isBelow = next.length < 40 && !NOT_TOTAL.test(next);
      const below = isBelow ? readMoneys(next, locale)[0] : undefined;
      const found = beside ?? below;
      return found ? [found] : [];
    });
  const grand = labelled(GRAND);
  return grand.length > 0 ? grand : labelled(TOTAL);
}
