/**
 * The SQLite schema, one entry a version. Forward only: what has shipped is never edited.
 *
 * `touchpoints`, `verdicts`, `settings` and `audit` are the truth and the backup; `aliases`,
 * `journeys`, `quarantine` and `page_loads` come from them and can be thrown away at any time.
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
  `
  -- The browser that sent it: 'Chrome 126'. Null for servers and files.
  alter table touchpoints add column browser text;
  -- What was odd when it arrived; '' for a browser's without anything odd; null where it is not judged.
  alter table touchpoints add column suspicion text;
  -- Derived: why it counts nowhere, or null.
  alter table touchpoints add column quarantine text;
  -- How often it arrived again.
  alter table touchpoints add column copies integer not null default 0;
  -- A refund, too, names its order.
  update touchpoints set transaction_id = json_extract(body, '$.params.transaction_id')
    where type = 'refund' and json_type(body, '$.params.transaction_id') = 'text'
      and json_extract(body, '$.params.transaction_id') <> '';
  create index touchpoints_signed_in on touchpoints (site, visitor)
    where owner >= 'u:' and owner < 'u;';

  alter table journeys add column ordered_at integer;
  update journeys set ordered_at = json_extract(facts, '$.cart.order.at');
  create index journeys_ordered on journeys (site, ordered_at) where ordered_at is not null;

  -- What somebody decided about a visitor.
  create table verdicts (
    site text not null,
    visitor text not null,
    verdict text not null,
    at integer not null,
    primary key (site, visitor)
  ) strict, without rowid;

  -- Derived: what is in quarantine, summed.
  create table quarantine (
    site text not null,
    person text not null,
    visitor text not null,
    reason text not null,
    touchpoints integer not null,
    first_at integer not null,
    last_at integer not null,
    primary key (site, person, visitor, reason)
  ) strict, without rowid;
  create index quarantine_visitor on quarantine (site, visitor);

  -- Derived: what arrived of each page load.
  create table page_loads (
    site text not null,
    visitor text not null,
    tab text not null,
    browser text not null,
    first_at integer not null,
    last_at integer not null,
    highest integer not null,
    delivered integer not null,
    late integer not null,
    doubled integer not null,
    primary key (site, visitor, tab)
  ) strict, without rowid;
  create index page_loads_first on page_loads (site, first_at);

  create table audit (
    id integer primary key autoincrement,
    at integer not null,
    actor text not null,
    action text not null,
    site text,
    -- JSON.
    detail text
  ) strict;
  create trigger audit_keeps before delete on audit
    begin select raise(abort, 'the audit log is only ever added to'); end;
  create trigger audit_stays before update on audit
    begin select raise(abort, 'the audit log is only ever added to'); end;
  `,
];
