/**
 * The SQLite schema, one entry a version. Forward only: what has shipped is never edited.
 *
 * `touchpoints`, `verdicts`, `settings`, `audit` and `webhook…` are the truth and the backup;
 * `aliases`, `journeys`, `quarantine` and `page_loads` come from them and can be thrown away at any time.
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
  `
  -- The secret in it is kept as it is: it signs.
  create table webhooks (
    site text not null,
    id text not null,
    created_at integer not null,
    -- JSON.
    config text not null,
    primary key (site, id)
  ) strict, without rowid;

  -- Whose journeys changed, for sites that want to be told. A queue: what was looked at is removed.
  create table webhook_changes (
    seq integer primary key autoincrement,
    site text not null,
    person text not null
  ) strict;
  create unique index webhook_changes_person on webhook_changes (site, person);
  create trigger webhook_new_journey after insert on journeys
    when exists (select 1 from webhooks where site = new.site)
    begin
      delete from webhook_changes where site = new.site and person = new.person;
      insert into webhook_changes (site, person) values (new.site, new.person);
    end;
  create trigger webhook_changed_journey after update on journeys
    when exists (select 1 from webhooks where site = new.site)
    begin
      delete from webhook_changes where site = new.site and person = new.person;
      insert into webhook_changes (site, person) values (new.site, new.person);
    end;

  -- What was told. No journey can be rebuilt from it, and it can't be rebuilt: telling is a fact too.
  create table webhook_events (
    site text not null,
    id text not null,
    type text not null,
    journey text not null,
    person text not null,
    visitor text,
    at integer not null,
    stop_at integer,
    detected_at integer not null,
    body text not null,
    primary key (site, id)
  ) strict, without rowid;
  create index webhook_events_person on webhook_events (site, person);
  create index webhook_events_visitor on webhook_events (site, visitor) where visitor is not null;
  create index webhook_events_at on webhook_events (site, at);

  create table webhook_deliveries (
    site text not null,
    event text not null,
    webhook text not null,
    state text not null,
    tries integer not null,
    due_at integer not null,
    tried_at integer,
    status integer,
    error text,
    primary key (site, event, webhook)
  ) strict, without rowid;
  create index webhook_deliveries_due on webhook_deliveries (due_at) where state = 'waiting';
  create index webhook_deliveries_to on webhook_deliveries (site, webhook);

  create table webhook_outcomes (
    site text not null,
    event text not null,
    outcome text not null,
    at integer not null,
    primary key (site, event, outcome)
  ) strict, without rowid;
  `,
  `
  -- Derived rows are folded again when the fold that made them is not today's: see folded_by.
  alter table journeys add column started_at integer not null default 0;
  -- What most reports don't read, as JSON.
  alter table journeys add column stages text not null default '[]';
  alter table journeys add column trail text not null default '[]';
  create index journeys_started on journeys (site, started_at);

  -- What arrived an hour or more after it happened.
  create index touchpoints_late on touchpoints (site, received_at)
    where received_at - at >= 3600000;
  `,
  `
  -- By rowid: a journey is a few kilobytes, which a table without one puts on pages of their own.
  create table folded (
    site text not null,
    person text not null,
    id text not null,
    started_at integer not null,
    last_at integer not null,
    cart_created_at integer,
    ordered_at integer,
    -- The journey as folded, as JSON; what most reports don't read apart.
    facts text not null,
    stages text not null,
    trail text not null
  ) strict;
  insert into folded
    (site, person, id, started_at, last_at, cart_created_at, ordered_at, facts, stages, trail)
    select site, person, id, started_at, last_at, cart_created_at, ordered_at, facts, stages, trail
    from journeys order by started_at;
  drop table journeys;
  alter table folded rename to journeys;
  create unique index journeys_id on journeys (site, person, id);
  create index journeys_started on journeys (site, started_at);
  create index journeys_cart on journeys (site, cart_created_at) where cart_created_at is not null;
  create index journeys_ordered on journeys (site, ordered_at) where ordered_at is not null;
  create index journeys_last on journeys (site, last_at);

  create trigger webhook_new_journey after insert on journeys
    when exists (select 1 from webhooks where site = new.site)
    begin
      delete from webhook_changes where site = new.site and person = new.person;
      insert into webhook_changes (site, person) values (new.site, new.person);
    end;
  create trigger webhook_changed_journey after update on journeys
    when exists (select 1 from webhooks where site = new.site)
    begin
      delete from webhook_changes where site = new.site and person = new.person;
      insert into webhook_changes (site, person) values (new.site, new.person);
    end;
  `,
];
