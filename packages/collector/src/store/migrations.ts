/**
 * The SQLite schema, one entry a version. Forward only: what has shipped is never edited.
 *
 * `touchpoints`, `aliases` and `settings` are the truth and the backup; `journeys` is folded from
 * them and can be thrown away at any time.
 */
export const MIGRATIONS: readonly string[] = [
  `
  create table touchpoints (
    site text not null,
    id text not null,
    -- Whose it says it is: 'u:' and a user, else 'v:' and a visitor. Never rewritten: see aliases.
    owner text not null,
    visitor text not null,
    type text not null,
    at integer not null,
    seq integer not null,
    received_at integer not null,
    -- The order that a purchase names.
    transaction_id text,
    -- Everything else, as JSON.
    body text not null
  ) strict;
  create unique index touchpoints_id on touchpoints (site, id);
  create index touchpoints_owner on touchpoints (site, owner);
  create index touchpoints_order on touchpoints (site, transaction_id) where transaction_id is not null;

  -- The user that a visitor first signed in as.
  create table aliases (
    site text not null,
    visitor text not null,
    user text not null,
    at integer not null,
    primary key (site, visitor)
  ) strict, without rowid;
  create index aliases_user on aliases (site, user);

  create table journeys (
    site text not null,
    person text not null,
    id text not null,
    last_at integer not null,
    cart_created_at integer,
    -- The journey as folded, as JSON.
    facts text not null,
    primary key (site, person, id)
  ) strict, without rowid;
  create index journeys_cart on journeys (site, cart_created_at) where cart_created_at is not null;
  create index journeys_last on journeys (site, last_at);

  create table settings (
    key text primary key,
    value text not null
  ) strict, without rowid;
  `,
];
