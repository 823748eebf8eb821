/**
 * Rows of journeys that count: their person's latest fold wrote them. Only persons who have some are
 * looked up, so that a short period of a long history stays a short question.
 */
const counting = (rows: string) => `site = {site:String} and kind = 'journey' and ${rows}
    and (person, version) in (select person, max(version) from folds
      where site = {site:String} and kind = 'person' and started_at = 0 and person in
        (select person from folds where site = {site:String} and kind = 'journey' and ${rows})
      group by person)`;

/** Journeys of a period, by one of their moments. */
const during = (moment: string) => counting(`${moment} >= {from:Int64} and ${moment} < {to:Int64}`);

/** Their facts. A fold that was written twice is there twice. */
const facts = (moment: string, columns = 'facts') =>
  `select person, ${columns}, ${moment} as at, toString(digest) as digest from folds
  where ${during(moment)}`;

/** What parts of so many milliseconds are made of: other journeys come to another sum. */
const stamps = (moment: string) => `select toInt64(floor(${moment} / {length:Int64})) as place,
    count() as facts, toString(sum(digest)) as stamp
  from folds where ${during(moment)} group by place`;

/** The persons of a site, in `folds final`: of each the latest. */
const PERSONS = `site = {site:String} and kind = 'person'`;

const HELD = `select arrayJoin(held.id) from folds final where ${PERSONS}`;

const TOUCHPOINT = `source, id, owner, visitor, type, at, seq, received_at, transaction_id, browser,
  suspicion, body`;

/**
 * Every statement that is run against ClickHouse. Values are bound, never spliced in.
 *
 * `final` is how the engine leaves out rows that it has not merged away yet.
 */
export const SQL = {
  version: 'select max(version) as version from migrations',

  /** Which of these ids are stored already. */
  known: `select distinct id from touchpoints where site = {site:String}
    and source in {sources:Array(String)} and id in {ids:Array(String)}`,
  leads: `select distinct name, source from places
    where site = {site:String} and name in {names:Array(String)}`,
  rowsAt: `select ${TOUCHPOINT} from touchpoints final
    where site = {site:String} and source in {sources:Array(String)}`,
  /** Sources, and those that names lead to. */
  rowsAround: `select ${TOUCHPOINT} from touchpoints final
    where site = {site:String} and source in (select arrayJoin({sources:Array(String)})
      union all
      select source from places where site = {site:String} and name in {names:Array(String)})`,
  copies: `select source, id, sum(times) as copies from copies
    where site = {site:String} and source in {sources:Array(String)} group by source, id`,
  /** Read in their order, and no further than asked. */
  sources: `select source from touchpoints
    where site = {site:String} and source > {after:String}
    group by site, source order by site, source limit {limit:UInt32}
    settings optimize_aggregation_in_order = 1`,
  old: `select ${TOUCHPOINT} from touchpoints final
    where site = {site:String} and at < {before:Int64} order by source, id limit {limit:UInt32}`,
  /** Where something arrived at, from a moment on: read in their order, too. */
  arrivedAt: `select name, source from places
    where site = {site:String} and name >= {from:String} and name < 't;'
      and (name, source) >= ({name:String}, {source:String})
    group by site, name, source order by site, name, source limit {limit:UInt32}
    settings optimize_aggregation_in_order = 1`,
  /** What arrived there, behind one touchpoint and up to the last of these places. */
  arrivals: `select ${TOUCHPOINT} from touchpoints final
    where site = {site:String} and source in {sources:Array(String)}
      and received_at >= {first:Int64} and received_at <= {last:Int64}
      and (received_at, source, id) > ({at:Int64}, {source:String}, {id:String})
      and (received_at, source) <= ({last:Int64}, {lastSource:String})
    order by received_at, source, id limit {limit:UInt32}`,
  /** What counts, a page at a time. */
  export: `select ${TOUCHPOINT} from touchpoints final
    where site = {site:String} and source >= {source:String}
      and (source, id) > ({source:String}, {id:String}) and id not in (${HELD})
    order by site, source, id limit {limit:UInt32}`,

  /** Persons whose fold is of another time than `[first, last]`. */
  strayFolds: `select person from folds where site = {site:String} and kind = 'person'
    group by person having max(version) < {first:UInt64} or max(version) > {last:UInt64} limit 1`,
  /** Persons of whom nothing was left an hour ago: no fold takes that long. */
  gone: `select person, version from folds final where site = {site:String} and kind = 'person' and gone
    and written_at < toUnixTimestamp64Milli(now64(3)) - 3600000`,
  carts: facts('cart_created_at'),
  orders: facts('ordered_at'),
  journeys: facts('started_at'),
  stages: facts('started_at', 'facts, stages'),
  trails: facts('started_at', 'facts, trail'),
  cartStamps: stamps('cart_created_at'),
  orderStamps: stamps('ordered_at'),
  journeyStamps: stamps('started_at'),
  /** Among the earliest rows, be they of the latest fold or not: none where none of them counts. */
  firstCart: `with (select max(at) from (select cart_created_at as at from folds
      where site = {site:String} and kind = 'journey' and cart_created_at is not null
      order by at limit {limit:UInt32})) as until
    select min(cart_created_at) as at from folds
    where ${counting('cart_created_at <= until')}`,
  latest: `select person, facts from folds
    where ${counting('last_at >= {from:Int64}')}
    order by last_at desc, id limit 1 by person, id limit {limit:UInt32}`,
  /** Whose cart last moved in a while. */
  wentIdle: `select distinct person from folds
    where ${counting('last_at > {after:Int64} and last_at <= {upTo:Int64}')}
      and cart_created_at is not null`,
  journeysBegun: `select uniqExact(person, id) as journeys from folds
    where ${counting('started_at >= {from:Int64} and started_at < {to:Int64}')}`,
  counts: `select uniqExact(person, id) as journeys, uniqExact(person) as persons,
      (select count() from touchpoints final where site = {site:String}) as touchpoints
    from folds where ${counting('1')}`,

  quarantined: `select person, visitor, reason, count() as touchpoints, min(at) as firstAt,
      max(at) as lastAt
    from (select person, held.visitor as visitor, held.reason as reason, held.at as at
      from folds final array join held where ${PERSONS})
    where {reason:String} in ('', reason)
    group by person, visitor, reason order by lastAt desc, visitor, reason limit {limit:UInt32}`,
  quarantineCounts: `select reason, count() as touchpoints, uniqExact(visitor) as visitors
    from (select held.visitor as visitor, held.reason as reason
      from folds final array join held where ${PERSONS})
    group by reason order by touchpoints desc, reason`,
  verdicts: `select visitor, verdict, at from verdicts final
    where site = {site:String} and verdict <> '' order by at desc, visitor`,

  /** Quarters of an hour: no time zone begins its days elsewhere. */
  deliveries: `select browser, intDiv(first_at, 900000) * 900000 as at, count() as pageLoads,
      sum(delivered) as delivered, sum(late) as late, sum(doubled) as doubled,
      sum(if(last_at < {settledBefore:Int64}, missing, 0)) as lost,
      sum(if(last_at < {settledBefore:Int64}, 0, missing)) as awaited
    from (select person, loads.browser as browser, loads.first_at as first_at,
        loads.last_at as last_at, loads.delivered as delivered, loads.late as late,
        loads.doubled as doubled, greatest(0, toInt64(loads.highest) - loads.delivered) as missing
      from folds final array join loads where ${PERSONS})
    where first_at >= {from:Int64} and first_at < {to:Int64} and person not in
      (select concat('v:', arrayJoin(held.visitor)) from folds final where ${PERSONS})
    group by browser, at order by at, browser`,
  late: `select intDiv(at, 900000) * 900000 as quarter, max(received_at) as receivedAt,
      count() as touchpoints
    from touchpoints final
    where site = {site:String} and received_at >= {receivedFrom:Int64}
      and received_at - at >= 3600000 and at >= {from:Int64} and at < {to:Int64}
      and id not in (${HELD})
    group by quarter, intDiv(received_at, 3600000)`,
  firstReceived: `select min(received_at) as at, count() as touchpoints from touchpoints
    where site = {site:String}`,

  auditLog: `select id, at, actor, action, site, detail
    from (select row_number() over (order by stamp) as id, * from audit)
    where {site:String} in ('', site) order by at desc, id desc limit {limit:UInt32}`,

  setting: `select value, version from settings final where key = {key:String}
    and version not in (select version from removals where key = {key:String})`,
  settings: `select key, value from settings final where startsWith(key, {prefix:String})
    and (key, version) not in
      (select key, version from removals where startsWith(key, {prefix:String}))
    order by key`,
  removedBy: `select by from removals where key = {key:String} and version = {version:UInt64}`,
} as const;
