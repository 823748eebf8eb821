/**
 * Whether the page is a cart or a checkout, by the words that shops have in the address of one:
 * English, German, French, Spanish and Italian. Shops in other scripts use English there, too.
 */
export function inCheckout(): boolean {
  return /check-?out|\bcart|basket|korb|kasse|panier|commande|carri|pedido|pay|order/i.test(
    location.pathname + location.hash,
  );
}
