const EVENT = `id, type, journey, person, visitor, at, stop_at as stopAt,
  detected_at as detectedAt, body`;

const DELIVERY = `d.site as site, d.event as event, d.webhook as webhook, e.type as type,
  d.state as state, d.tries as tries, d.due_at as dueAt, d.tried_at as triedAt, d.status as status,
  d.error as error`;

/** The statements about webhooks. Values are bound, never spliced in. */
export const WEBHOOK_SQL = {
  list: `select site, id, config from webhooks where site = coalesce(?, site)
    order by site, created_at, id`,
  save: `insert into webhooks (site, id, created_at, config) values (?, ?, ?, ?)
    on conflict (site, id) do update set config = excluded.config`,
  remove: 'delete from webhooks where site = ? and id = ?',
  removeDeliveriesTo: 'delete from webhook_deliveries where site = ? and webhook = ?',
  removeChangesUnheard: `delete from webhook_changes
    where site = ? and not exists (select 1 from webhooks where site = webhook_changes.site)`,

  changed: 'select seq, person from webhook_changes where site = ? order by seq limit ?',
  seen: 'delete from webhook_changes where site = ? and seq <= ?',
  wentIdle: `select distinct person from journeys
    where site = ? and last_at > ? and last_at <= ? and cart_created_at is not null`,
  /** Told of the person, or of a visitor who has been joined to it since. */
  eventsAbout: `select ${EVENT} from webhook_events where site = ? and person = ?
    union
    select ${EVENT} from webhook_events where site = ? and visitor in
      (select visitor from aliases where site = ? and user = ?)
    order by at, id`,
  addEvent: `insert into webhook_events
    (site, id, type, journey, person, visitor, at, stop_at, detected_at, body)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    on conflict (site, id) do nothing`,
  addDelivery: `insert into webhook_deliveries (site, event, webhook, state, tries, due_at)
    values (?, ?, ?, 'waiting', 0, ?)`,

  due: `select ${DELIVERY}, e.body as body from (
      select *, row_number() over (partition by site, webhook order by due_at, event) as place
      from webhook_deliveries where state = 'waiting' and due_at <= ?) d
    join webhook_events e on e.site = d.site and e.id = d.event
    where d.place <= ? order by d.due_at, d.event`,
  claim: `update webhook_deliveries set due_at = ?
    where site = ? and event = ? and webhook = ? and state = 'waiting' and due_at <= ?`,
  settle: `update webhook_deliveries set state = ?, tries = ?, due_at = ?, tried_at = ?, status = ?,
      error = ?
    where site = ? and event = ? and webhook = ?`,
  deliveries: `select ${DELIVERY} from webhook_deliveries d
    join webhook_events e on e.site = d.site and e.id = d.event
    where d.site = ? and d.state = coalesce(?, d.state)
    order by e.detected_at desc, d.event, d.webhook limit ?`,
  retry: `update webhook_deliveries set state = 'waiting', tries = 0, due_at = ?
    where site = ? and state = 'dead' and event = coalesce(?, event)`,

  told: `select ${EVENT} from webhook_events where site = ? and id > ? order by id limit ?`,
  event: 'select id from webhook_events where site = ? and id = ?',
  addOutcome: `insert into webhook_outcomes (site, event, outcome, at) values (?, ?, ?, ?)
    on conflict (site, event, outcome) do nothing`,
  outcomes:
    'select outcome, at from webhook_outcomes where site = ? and event = ? order by at, outcome',
  old: `select id from webhook_events where site = ? and at < ? and id not in
    (select event from webhook_deliveries where site = ? and state = 'waiting')`,
  removeDeliveriesOf: 'delete from webhook_deliveries where site = ? and event = ?',
  removeOutcomesOf: 'delete from webhook_outcomes where site = ? and event = ?',
  removeEvent: 'delete from webhook_events where site = ? and id = ?',
} as const;
