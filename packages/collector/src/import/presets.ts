import { TRANSLATORS } from './translators/translatorOf.ts';

/** Of a file whose records are read as a whole, by the translator of the same name. */
interface Whole {
  translator: string;
}

/** Mappings of files that many have: pairs in the words of {@link parseMapping}, or a translator. */
export const PRESETS: Readonly<Record<string, readonly string[] | Whole>> = {
  /**
   * REES46's "eCommerce behavior data from multi category store": one row an event, one line of an
   * order a `purchase` row. Its documentation: several purchases in a session are one order.
   * https://www.kaggle.com/datasets/mkechinov/ecommerce-behavior-data-from-multi-category-store
   */
  rees46: [
    'at=event_time',
    'type=event_type',
    'type.view=view_item',
    'type.cart=add_to_cart',
    'type.remove_from_cart=remove_from_cart',
    'type.purchase=purchase',
    'visitor=user_id',
    'transaction_id=user_session',
    'item_id=product_id',
    'item_category=category_code',
    'item_brand=brand',
    'price=price',
    'value=price',
  ],

  /**
   * RetailRocket's `events.csv`.
   * https://www.kaggle.com/datasets/retailrocket/ecommerce-dataset
   */
  retailrocket: [
    'at=timestamp',
    'type=event',
    'type.view=view_item',
    'type.addtocart=add_to_cart',
    'type.transaction=purchase',
    'visitor=visitorid',
    'item_id=itemid',
    'transaction_id=transactionid',
  ],

  /** Our own export: NDJSON, one stored touchpoint a line. */
  cartograph: [
    'id=id',
    'at=at',
    'type=type',
    'seq=seq',
    'visitor=visitor',
    'user=user',
    'url=url',
    'referrer=referrer',
    'title=title',
    'channel=channel',
    'confirmed=confirmed',
    'device=device',
    'country=country',
    'params=params',
  ],

  /** Calls, mails and visits to a store, from whatever keeps them. Needs no more than four columns. */
  contacts: ['at=at', 'channel=channel', 'user=person', 'type=type'],

  ...Object.fromEntries([...TRANSLATORS.keys()].map((translator) => [translator, { translator }])),
};
