import { routeOf } from './routeOf.ts';

/** Where in a shop a page is. */
export interface Place {
  kind: 'cart' | 'checkout' | 'order';
  /** The step of checkout that the page asks for, where its address tells. */
  step?: Step | undefined;
  /** The address alone doesn't tell for sure: its words have other uses, too. */
  unsure?: boolean | undefined;
  /** The preset of the platform says so, which knows the steps as well. */
  known?: boolean | undefined;
}

/** Steps in the order that shops have them. */
export const STEPS = ['contact', 'address', 'shipping', 'payment', 'review'] as const;
export type Step = (typeof STEPS)[number];

/** Stands first, for the patterns are made while the file loads. */
function words(alternatives: string): RegExp {
  return new RegExp(`^(${alternatives})$`);
}

const CART = words(
  '((view|my|your|mini|shopping)[-_]?)?cart|(shopping|my)[-_]?(basket|bag)|cart[-_]?(view|page|summary)|warenkorb|einkaufswagen|einkaufskorb|mein-warenkorb|panier|mon-panier|carrito([-_]de[-_]compras?)?|carro-de-compras?|cesta(-de-la-compra)?|carrello|carrinho|sacola|winkelwagen(tje)?|winkelmand(je)?|koszyk|varukorg(en)?|kundvagn(en)?|varekurv|indkobskurv|indkoebskurv|handlekurv(en)?|handlevogn|ostoskori|kosik|košík|nakupni-kosik|kosar|kosár|cos(ul)?(-de-cumparaturi)?|sepet(im)?|корзина|korzina|кошик|koshik|kalathi|καλάθι|カート|買い物かご|장바구니|购物车|購物車|gio-hang|keranjang|decos',
);
/** Things of everyday, and categories in many a shop. */
const MAYBE_CART = words('basket|bag|trolley|cesta|kurv|kori');

const CHECKOUT = words(
  '((one|single|multi|fast|express|quick|guest|secure|my)[-_]?(page|step)?[-_]?)?check[-_]?outs?([-_](page|cart|now))?|zur-kasse|kasse|kassa|caisse|finali[sz]ar-?(compra|pedido)?|passer-(la-)?commande|valider-commande|tramitar-pedido|completar-compra|cassa|procedi-all-ordine|afrekenen|bestellen|zamowienie|kasa|till-kassan|utcheckning|pokladna|penztar|pénztár|order-?form|onestepcheckout|oformlenie-zakaza|оформление-заказа|odeme|ödeme|주문서|주문-?결제|결제|结账|结算|結帳|レジ|ご購入手続き|thanh-toan|finalizare-comanda',
);
const MAYBE_CHECKOUT = words(
  'order|orders|commande|bestellung|pedido|ordine|ordre|orden|purchase|buy|pay|payment|zahlung|shipping|delivery',
);

const STEP_WORDS: readonly (readonly [Step, RegExp])[] = [
  [
    'contact',
    words(
      'contact|contacts|information|customer(-info(rmation)?)?|email|guest|login|kontakt(daten)?|personal(-information)?|coordonnees|contacto|contatto|dane',
    ),
  ],
  [
    'address',
    words(
      '((shipping|delivery|billing|payment)[-_]?)?address(es)?|(liefer|rechnungs)?adress(e|en)?|adresse?s?|adressdaten|direccion(es)?|indirizzo|endereco|adres(gegevens)?|bezorgadres|osoite|adresa|주소|배송지|地址|住所',
    ),
  ],
  [
    'shipping',
    words(
      'shipping([-_]?(methods?|options?|info))?|delivery([-_]?(methods?|options?))?|versand(art)?|lieferung|livraison|expedition|envio|spedizione|entrega|verzending|verzenden|bezorging|dostawa|frakt|leverans|levering|toimitus|doprava|szallitas|배송|配送|配送方法',
    ),
  ],
  [
    'payment',
    words(
      'payment([-_]?(methods?|options?|info))?|pay|billing|zahlung(sart|sweise)?|bezahlen|bezahlung|paiement|pago|pagamento|pagamenti|betaling|betalen|betaalmethode|platnosc|betalning|maksu|platba|fizetes|결제|支付|付款|お支払い',
    ),
  ],
  [
    'review',
    words(
      'review|confirm|summary|overview|verify|(be)?pruefen|prüfen|uebersicht|übersicht|recapitulatif|resumen|riepilogo|revisar|overzicht|podsumowanie|확인|確認',
    ),
  ],
];

const ORDERED = words(
  '(order|purchase)[-_]?(received|confirm(ation|ed)|complete[d]?|success(ful)?|placed|result|thank-?you|finished|done)|checkout[-_]?(success|complete[d]?|thank-?you)|bestell(ung)?-?best(ae|ä)tigung|bestellung-(abgeschlossen|erfolgreich|erhalten)|confirmation-(de-)?commande|commande-confirmee|pedido-(confirmado|realizado|completado|recibido)|confirmacion(-de)?-pedido|conferma-ordine|ordine-confermato|pedido-confirmado|bestelling-(geplaatst|bevestigd|ontvangen)|orderbekraftelse|zamowienie-(zlozone|przyjete)|ordrebekreftelse|tilausvahvistus|주문-?완료|結帳完成|订单完成|ご注文完了|注文完了',
);
/** Newsletters and contact forms thank, too. */
const MAYBE_ORDERED = words(
  'thank[-_]?you|thanks|success|complete[d]?|finish(ed)?|done|confirm(ation|ed)|danke|vielen-dank|best(ae|ä)tigung|merci|confirmation|gracias|confirmacion|grazie|conferma|obrigad[oa]|sucesso|confirmacao|bedankt|bevestiging|dziekujemy|podziekowanie|potwierdzenie|tack|takk|tak|kvittering|bekraftelse|bekräftelse|kiitos|dekujeme|koszonjuk|multumim|spasibo|спасибо|tesekkurler|result|완료|완료페이지|完了|完成|cam-on',
);

/** Under these, shop words are what is written about. */
const ABOUT =
  /^(blogs?|news|help|faqs?|docs?|wiki|articles?|support|guides?|products?|produkte?|produits?|producto?s?|prodotti?|category|categories|kategorie|collections?|catalog|tags?|forum|search|magazine?|ratgeber|journal|pages?|account|api)$/;

/**
 * What the address of a page says about it, in the common languages. Words count only as whole
 * parts of an address: `/cart` is one, `/shopping-cart-covers` and `/cartoon` are none.
 */
export function placeOf(url: URL): Place | undefined {
  const route = routeOf(url);
  const about = route.findIndex((part) => ABOUT.test(part));
  // `/api/…` and `/pages/cart` apart, what follows is content. `/catalog/…/cart` has no such thing.
  if (about >= 0 && about < route.length - 1 && !/^pages?$/.test(route[about]!)) return undefined;

  const checkoutAt = route.findLastIndex((part) => CHECKOUT.test(part));
  const maybeAt = route.findLastIndex((part) => MAYBE_CHECKOUT.test(part));
  const orderedAt = route.findIndex((part) => ORDERED.test(part));
  const doneAt = route.findLastIndex((part) => MAYBE_ORDERED.test(part));
  const last = route.at(-1) ?? '';

  if (orderedAt >= 0) return { kind: 'order' };
  const within = Math.max(
    checkoutAt,
    maybeAt,
    route.findIndex((part) => CART.test(part)),
  );
  if (
    doneAt > 0 &&
    within >= 0 &&
    within < doneAt &&
    !(checkoutAt >= 0 && /^confirm$/.test(last))
  ) {
    return { kind: 'order', ...(checkoutAt < 0 && { unsure: true }) };
  }
  if (CART.test(last)) return { kind: 'cart' };

  const step = STEP_WORDS.find(([, known]) => known.test(last) && last !== route[checkoutAt])?.[0];
  if (
    checkoutAt >= 0 &&
    (checkoutAt === route.length - 1 || step || isToken(route[checkoutAt + 1]))
  ) {
    return { kind: 'checkout', step };
  }
  if (MAYBE_CART.test(last)) return { kind: 'cart', unsure: true };
  if (MAYBE_ORDERED.test(last)) return { kind: 'order', unsure: true };
  if (maybeAt >= 0 && maybeAt >= route.length - 2) return { kind: 'checkout', step, unsure: true };
  return undefined;
}

/** An id of a checkout: `/checkouts/c/8f2d0c`. */
function isToken(part: string | undefined): boolean {
  return part !== undefined && (/\d/.test(part) || part.length < 3);
}
