/** "Add to cart", "buy", as buttons say it in the common languages. */
export const ADD =
  /\badd(ed|ing)? (item )?to (my |your |the |shopping )*(cart|basket|bag|trolley|order)|\b(add|put) in (cart|bag)|\bbuy (it )?now|in den (waren|einkaufs)|in die einkaufstasche|zum warenkorb hinzu|jetzt kaufen|ajouter (au|à mon) panier|(a[ñn]adir|agregar) (al? |a la )?(carr|cesta|bolsa)|^comprar|(aggiungi|metti) (al|nel) carrello|acquista|adicionar (ao|à) (carrinho|sacola|cesto)|in (de |mijn |het )?winkel(wagen|mand)|toevoegen aan|do koszyka|l[äa]gg (i|till)( i)? (varu|kund)|l[æa]g i (kurv|indk)|tilf[øo]j til kurv|legg i handle|lis[äa]{1,2} (ostos)?kori|do ko[šs][íi]ku|kos[áa]rba|adaug[ăa] [îi]n co|в корзину|купить|до кошика|в кошик|купити|sepete ekle|προσθήκη στο|カートに|かごに入|購入する|장바구니(에)? ?(담기|넣기|추가)|^(카트|장바구니)$|구매하기|바로 ?구매|加入?到?购物车|加入購物車|放入購物車|立即购买|立即購買|thêm vào giỏ|tambah(kan)? ke keranjang|أضف إلى|הוסף לסל|הוספה לסל|หยิบใส่|เพิ่มลง/i;

/** The same in names, classes and addresses, which are English in most shops. */
export const ADD_NAME =
  /add[-_]?(item|product)?s?[-_]?(to|2)?[-_]?(the[-_])?(cart|basket|bag)|addtocart|add_?cart|(btn|button)[-_]?cart|(^|\b)cart[-_.]?add/i;

/** What looks like the same, and isn't. */
export const NOT_ADD =
  /wish|merk(zettel|en)|favou?ri|compar|vergleich|notify|quote|registry|checkout|remove/i;

export const REMOVE =
  /\b(remove|delete)|entfernen|löschen|supprimer|retirer|eliminar|quitar|borrar|rimuovi|elimina|remover|excluir|verwijder|usu[ńn]|ta bort|fjern|poista|odstranit|odebrat|törlés|șterge|удалить|видалити|kaldır|\bsil\b|削除|삭제|删除|刪除|移除|xóa|hapus|^[×✕✖x]$/i;

/** An empty cart says so. */
export const EMPTY =
  /\b(empty|no items|nothing in)|leer|\bvide\b|vac[íi][oa]|vuot[oa]|vazi[oa]|\bleeg\b|pust[yaáý]|\btom\b|\btyhjä|\büres\b|boş|пуст|порожн|空|ありません|비어|없습니다|trống|kosong/i;

/** What a page says when an order has been placed. */
export const THANKS =
  /thank(s| you)|order (is )?(confirmed|complete|received|placed)|(successfully|has been) (placed|received)|vielen dank|danke|bestellung (ist )?(eingegangen|abgeschlossen|erhalten|bestätigt)|merci|commande (est )?(confirm|valid|enregistr)|gracias|pedido (ha sido )?(confirmado|realizado|recibido)|grazie|ordine (confermato|ricevuto|effettuato)|obrigad[oa]|bedankt|dank (je|u)|bestelling (is )?(geplaatst|ontvangen)|dziękujemy|zamówienie (zostało )?(złożone|przyjęte)|\btack\b|\btakk?\b|kiitos|děkujeme|ďakujeme|köszönjük|mulțumim|спасибо|дякуємо|teşekkür|ありがとう|注文.{0,6}完了|감사합니다|주문.{0,8}완료|感谢|感謝|谢谢|謝謝|下单成功|訂單.{0,4}(成立|完成)|cảm ơn|terima kasih|ευχαριστ|شكرا|תודה/i;

/** A cart, as headings and sentences name it. */
export const CART =
  /\b(cart|basket|(shopping )?bag|trolley)\b|korb|wagen|panier|carrito|cesta|carrello|carrinho|sacola|mandje|winkelmand|koszyk|korg|kundvagn|kurv|ostoskor|koš[ií]k|co[sș]ul|kosár|sepet|корзин|кошик|καλάθι|カート|かご|장바구니|购物车|購物車|giỏ|keranjang/i;
