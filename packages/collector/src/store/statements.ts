/** What a fold needs. */
const TOUCHPOINT = `id, owner, visitor, type, at, seq, received_at, transaction_id, suspicion,
  quarantine, body`;

const WHOLE_TOUCHPOINT = `rowid, ${TOUCHPOINT}, browser, copies`;

/** Every statement that is run against SQLite. Values are bound, never spliced in. */
export const SQL = {
  /** https://www.sqlite.org/pragma.html#pragma_data_version */
  dataVersion: 'pragma data_version',
  version: 'select max(version) as version from migrations',
  saveVersion: 'insert into migrations (version) values (?)',

  addTouchpoint: `insert into touchpoints
    (site, id, owner, visitor, type, at, seq, received_at, transaction_id, browser, suspicion, body)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    on conflict (site, id) do nothing`,
  countCopy: 'update touchpoints set copies = copies + 1 where site = ? and id = ?',
  touchpoint: `select ${WHOLE_TOUCHPOINT} from touchpoints where site = ? and id = ?`,
  removeTouchpoint: 'delete from touchpoints where site = ? and id = ?',
  touchpointsOfPerson: `select ${TOUCHPOINT} from touchpoints where site = ? and owner in (
      select 'v:' || visitor from aliases where site = ? and user = ?
      union all select ?)`,
  /** Whether there are more of an owner than so many. */
  moreOfOwner: 'select 1 from touchpoints where site = ? and owner = ? limit 1 offset ?',
  touchpointsOfVisitor: `select ${WHOLE_TOUCHPOINT} from touchpoints where site = ? and owner = ?
    union all
    select ${WHOLE_TOUCHPOINT} from touchpoints
    where site = ? and visitor = ? and owner >= 'u:' and owner < 'u;'
    order by rowid`,
  /**
   * What counts, a page at a time. The `+` keeps SQLite from going by the site's index, which it would
   * read and sort as a whole for every page: https://www.sqlite.org/optoverview.html#uplus
   */
  touchpointsAfter: `select ${WHOLE_TOUCHPOINT} from touchpoints
    where +site = ? and rowid > ? and quarantine is null order by rowid limit ?`,
  allAfter: `select ${WHOLE_TOUCHPOINT} from touchpoints
    where +site = ? and rowid > ? order by rowid limit ?`,
  arrivalsAfter: `select ${WHOLE_TOUCHPOINT} from touchpoints
    where +site = ? and rowid > ? and received_at >= ? order by rowid limit ?`,
  arrivedEarlier: `update touchpoints
    set at = ?, received_at = ?, browser = ?, suspicion = ?, copies = ? where site = ? and id = ?`,
  wordsOnOrder: `select ${TOUCHPOINT} from touchpoints
    where site = ? and transaction_id = ? and quarantine is null order by at, id`,
  owners: 'select distinct owner from touchpoints where site = ?',
  ownersAfter: `select owner, count(*) as touchpoints from touchpoints
    where site = ? and owner > ? group by owner order by owner limit ?`,
  visitorsOfUser: 'select visitor from aliases where site = ? and user = ?',

  aliasOf: 'select user from aliases where site = ? and visitor = ?',
  /** The earliest login wins, so that the order of arrival doesn't matter. */
  join: `insert into aliases (site, visitor, user, at) values (?, ?, ?, ?)
    on conflict (site, visitor) do update set user = excluded.user, at = excluded.at
    where excluded.at < at or (excluded.at = at and excluded.user < user)`,
  removeAlias: 'delete from aliases where site = ? and visitor = ?',
  removeAliases: 'delete from aliases where site = ?',
  rebuildAliases: `insert into aliases (site, visitor, user, at)
    select site, visitor, substr(owner, 3), at from touchpoints
    where site = ? and owner >= 'u:' and owner < 'u;' and visitor <> ''
    on conflict (site, visitor) do update set user = excluded.user, at = excluded.at
    where excluded.at < at or (excluded.at = at and excluded.user < user)`,

  journeysOfPerson: `select id, started_at as startedAt, cart_created_at as createdAt,
      ordered_at as orderedAt, facts, stages, trail
    from journeys where site = ? and person = ?`,
  saveJourney: `insert into journeys
    (site, person, id, started_at, last_at, cart_created_at, ordered_at, facts, stages, trail)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    on conflict (site, person, id) do update set started_at = excluded.started_at,
      last_at = excluded.last_at, cart_created_at = excluded.cart_created_at,
      ordered_at = excluded.ordered_at, facts = excluded.facts, stages = excluded.stages,
      trail = excluded.trail`,
  removeJourney: 'delete from journeys where site = ? and person = ? and id = ?',
  removeJourneys: 'delete from journeys where site = ?',
  carts: `select person, facts from journeys
    where site = ? and cart_created_at >= ? and cart_created_at < ?`,
  orders:
    'select person, facts from journeys where site = ? and ordered_at >= ? and ordered_at < ?',
  journeys: `select person, facts from journeys
    where site = ? and started_at >= ? and started_at < ?`,
  stages: `select person, facts, stages from journeys
    where site = ? and started_at >= ? and started_at < ?`,
  trails: `select person, facts, trail from journeys
    where site = ? and started_at >= ? and started_at < ?`,
  journeysBegun: `select count(*) as journeys from journeys
    where site = ? and started_at >= ? and started_at < ?`,
  firstCart: `select min(cart_created_at) as at from journeys
    where site = ? and cart_created_at is not null`,
  latest: `select person, facts from journeys
    where site = ? and last_at >= ? order by last_at desc, id limit ?`,

  counts: `select
    (select count(*) from touchpoints where site = ?) as touchpoints,
    (select count(*) from journeys where site = ?) as journeys,
    (select count(distinct person) from journeys where site = ?) as persons`,

  setQuarantine: 'update touchpoints set quarantine = ? where site = ? and id = ?',
  clearQuarantine:
    'update touchpoints set quarantine = null where site = ? and quarantine is not null',
  verdictOf: 'select verdict from verdicts where site = ? and visitor = ?',
  verdicts: 'select visitor, verdict, at from verdicts where site = ? order by at desc, visitor',
  saveVerdict: `insert into verdicts (site, visitor, verdict, at) values (?, ?, ?, ?)
    on conflict (site, visitor) do update set verdict = excluded.verdict, at = excluded.at`,
  removeVerdict: 'delete from verdicts where site = ? and visitor = ?',
  removeQuarantine: 'delete from quarantine where site = ?',
  removeQuarantineOf: 'delete from quarantine where site = ? and person = ?',
  saveQuarantine: `insert into quarantine
    (site, person, visitor, reason, touchpoints, first_at, last_at) values (?, ?, ?, ?, ?, ?, ?)`,
  addToQuarantine: `insert into quarantine
    (site, person, visitor, reason, touchpoints, first_at, last_at) values (?, ?, ?, ?, 1, ?, ?)
    on conflict (site, person, visitor, reason) do update set touchpoints = touchpoints + 1,
      first_at = min(first_at, excluded.first_at), last_at = max(last_at, excluded.last_at)`,
  quarantined: `select person, visitor, reason, touchpoints, first_at as firstAt, last_at as lastAt
    from quarantine where site = ? and reason = coalesce(?, reason)
    order by last_at desc, visitor, reason limit ?`,
  quarantineCounts: `select reason, sum(touchpoints) as touchpoints,
    count(distinct visitor) as visitors
    from quarantine where site = ? group by reason order by touchpoints desc, reason`,

  pageLoad: `select browser, first_at as firstAt, last_at as lastAt, highest, delivered, late, doubled
    from page_loads where site = ? and visitor = ? and tab = ?`,
  savePageLoad: `insert or replace into page_loads
    (site, visitor, tab, browser, first_at, last_at, highest, delivered, late, doubled)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  removePageLoads: 'delete from page_loads where site = ?',
  removePageLoadsOf: 'delete from page_loads where site = ? and visitor = ?',
  /** Quarters of an hour: no time zone begins its days elsewhere. */
  deliveries: `select browser, first_at / 900000 * 900000 as at, count(*) as pageLoads,
      sum(delivered) as delivered, sum(late) as late, sum(doubled) as doubled,
      sum(case when last_at < ? then max(0, highest - delivered) else 0 end) as lost,
      sum(case when last_at < ? then 0 else max(0, highest - delivered) end) as awaited
    from page_loads
    where site = ? and first_at >= ? and first_at < ?
      and visitor not in (select visitor from quarantine where site = page_loads.site)
    group by browser, first_at / 900000 order by at, browser`,

  late: `select at / 900000 * 900000 as at, max(received_at) as receivedAt,
      count(*) as touchpoints
    from touchpoints
    where site = ? and received_at >= ? and received_at - at >= 3600000
      and at >= ? and at < ? and quarantine is null
    group by at / 900000, received_at / 3600000`,

  /** They are stored as they arrive. For the `+` see above. */
  firstReceived: `select received_at as at from touchpoints
    where +site = ? order by rowid limit 1`,

  addAudit: 'insert into audit (at, actor, action, site, detail) values (?, ?, ?, ?, ?)',
  auditLog: `select id, at, actor, action, site, detail from audit
    where site is coalesce(?, site) order by at desc, id desc limit ?`,

  setting: 'select value from settings where key = ?',
  saveSetting: `insert into settings (key, value) values (?, ?)
    on conflict (key) do update set value = excluded.value`,
  removeSetting: 'delete from settings where key = ?',
  settings: 'select key, value from settings where key >= ? and substr(key, 1, ?) = ? order by key',
} as const;
