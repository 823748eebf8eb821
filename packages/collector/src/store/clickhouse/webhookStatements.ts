const EVENT = `id, type, journey, person, visitor, at, stop_at as stopAt, detected_at as detectedAt,
  body`;

const DELIVERY = `site, event, webhook, type, detected_at as detectedAt, state, tries, due_at as dueAt,
  tried_at as triedAt, status, error`;

const WAITING = `state = 'waiting' and due_at <= {now:Int64}`;

/** The statements about webhooks. Values are bound, never spliced in. */
export const WEBHOOK_SQL = {
  /** Persons with a fold that nobody has looked at, and its version. */
  changed: `select person, max(version) as seq from folds
    where site = {site:String} and kind = 'person' and started_at = 0 and version > {since:UInt64}
    group by person
    having not argMax(gone, version) and (person, seq) not in
      (select person, version from seen where site = {site:String} and version > {since:UInt64})
    order by seq limit {limit:UInt32}`,
  /** The latest version that was there an hour ago: no fold takes that long, so no earlier one follows. */
  settled: `select max(version) as latest from folds
    where site = {site:String} and kind = 'person' and started_at = 0 and version > {since:UInt64}
      and written_at < toUnixTimestamp64Milli(now64(3)) - 3600000`,

  events: `select ${EVENT} from events final
    where site = {site:String} and id in {ids:Array(String)} order by at, id`,
  knownEvents:
    'select distinct id from events where site = {site:String} and id in {ids:Array(String)}',
  told: `select ${EVENT} from events final where site = {site:String} and id > {after:String}
    order by site, id limit {limit:UInt32}`,
  old: `select ${EVENT} from events final where site = {site:String} and at < {before:Int64}
      and id not in (select event from deliveries final where site = {site:String} and state = 'waiting')
    limit {limit:UInt32}`,

  /** Most that ever waited wait no more: only keys of those that may are looked up as they are now. */
  due: `select ${DELIVERY} from deliveries final
    where (site, event, webhook) in (select site, event, webhook from deliveries where ${WAITING})
      and (site, event) in (select site, id from events
        where (site, id) in (select site, event from deliveries where ${WAITING}))
      and ${WAITING}
    order by due_at, event limit {limit:UInt32} by site, webhook`,
  bodies: `select id, body from events final where site = {site:String} and id in {ids:Array(String)}`,
  delivery: `select ${DELIVERY}, version, taken_by as takenBy from deliveries final
    where site = {site:String} and event = {event:String} and webhook = {webhook:String}`,
  deliveries: `select ${DELIVERY} from deliveries final
    where site = {site:String} and {state:String} in ('', state)
    order by detected_at desc, event, webhook limit {limit:UInt32}`,
  dead: `select ${DELIVERY} from deliveries final
    where site = {site:String} and state = 'dead' and {event:String} in ('', event)`,

  outcomes: `select outcome, min(at) as at from outcomes
    where site = {site:String} and event = {event:String} group by outcome order by at, outcome`,
  outcome: `select taken_by as takenBy from outcomes
    where site = {site:String} and event = {event:String} and outcome = {outcome:String}`,
} as const;
