const TOUCHPOINT = 'id, owner, visitor, type, at, seq, received_at, body';

/** Every statement that is run against SQLite. Values are bound, never spliced in. */
export const SQL = {
  version: 'select max(version) as version from migrations',
  saveVersion: 'insert into migrations (version) values (?)',

  addTouchpoint: `insert into touchpoints
    (site, id, owner, visitor, type, at, seq, received_at, transaction_id, body)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    on conflict (site, id) do nothing`,
  touchpoint: `select ${TOUCHPOINT} from touchpoints where site = ? and id = ?`,
  touchpointsOfPerson: `select ${TOUCHPOINT} from touchpoints where site = ? and owner in (
      select 'v:' || visitor from aliases where site = ? and user = ?
      union all select ?)`,
  touchpointsAfter: `select rowid, ${TOUCHPOINT} from touchpoints
    where site = ? and rowid > ? order by rowid limit ?`,
  /** The first row is the one that placed the order. */
  claims: `select ${TOUCHPOINT} from touchpoints
    where site = ? and transaction_id = ? order by at, id`,
  owners: 'select distinct owner from touchpoints where site = ?',

  aliasOf: 'select user from aliases where site = ? and visitor = ?',
  /** The earliest login wins, so that the order of arrival doesn't matter. */
  join: `insert into aliases (site, visitor, user, at) values (?, ?, ?, ?)
    on conflict (site, visitor) do update set user = excluded.user, at = excluded.at
    where excluded.at < at or (excluded.at = at and excluded.user < user)`,
  removeAliases: 'delete from aliases where site = ?',
  rebuildAliases: `insert into aliases (site, visitor, user, at)
    select site, visitor, substr(owner, 3), at from touchpoints
    where site = ? and owner >= 'u:' and owner < 'u;' and visitor <> ''
    on conflict (site, visitor) do update set user = excluded.user, at = excluded.at
    where excluded.at < at or (excluded.at = at and excluded.user < user)`,

  journeysOfPerson: 'select id, facts from journeys where site = ? and person = ?',
  saveJourney: `insert into journeys (site, person, id, last_at, cart_created_at, facts)
    values (?, ?, ?, ?, ?, ?)
    on conflict (site, person, id) do update set last_at = excluded.last_at,
      cart_created_at = excluded.cart_created_at, facts = excluded.facts`,
  removeJourney: 'delete from journeys where site = ? and person = ? and id = ?',
  removeJourneys: 'delete from journeys where site = ?',
  carts: `select person, facts from journeys
    where site = ? and cart_created_at >= ? and cart_created_at < ?`,
  firstCart: `select min(cart_created_at) as at from journeys
    where site = ? and cart_created_at is not null`,
  latest: `select person, facts from journeys
    where site = ? and last_at >= ? order by last_at desc, id limit ?`,

  counts: `select
    (select count(*) from touchpoints where site = ?) as touchpoints,
    (select count(*) from journeys where site = ?) as journeys,
    (select count(distinct person) from journeys where site = ?) as persons`,

  setting: 'select value from settings where key = ?',
  saveSetting: `insert into settings (key, value) values (?, ?)
    on conflict (key) do update set value = excluded.value`,
  removeSetting: 'delete from settings where key = ?',
  settings: 'select key, value from settings where key >= ? and substr(key, 1, ?) = ? order by key',
} as const;
