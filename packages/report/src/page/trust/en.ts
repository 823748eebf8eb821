/** Every word on the pages about how far figures can be trusted, in English. */
export const en = {
  nav: {
    label: 'How far to trust the figures',
    delivery: 'Delivery',
    orders: 'Orders',
    quarantine: 'Quarantine',
    people: 'People',
    audit: 'Log',
  },
  more: 'What the words mean',
  seeJourney: 'See the journey',
  delivery: {
    title: 'What arrives, and what gets lost',
    answer: (arrived: string, sent: string, lost: string) =>
      `${arrived} of ${sent} numbered touchpoints arrived; ${lost} got lost for good.`,
    nothing: 'No page load was measured in this period.',
    byBrowser: 'By browser',
    byDay: 'By day',
    unit: 'Unit: touchpoints, but for page loads',
    browser: 'Browser',
    day: 'Day',
    columns: {
      pageLoads: 'Page loads',
      delivered: 'Delivered',
      late: 'Late',
      doubled: 'Doubled',
      lost: 'Lost',
      awaited: 'Awaited',
    },
    share: 'Share lost',
    other: 'Other',
    how: [
      ['Page load', 'One opening of a page. The tracker numbers what it sends from there, from 1.'],
      ['Delivered', 'Arrived and stored.'],
      [
        'Late',
        'Arrived more than a minute after it happened: kept in the browser in the meantime.',
      ],
      ['Doubled', 'Copies of what was there already. Skipped: they count in no report.'],
      [
        'Lost',
        'A number is missing between others, and the page load was last heard of a week ago or more: trackers keep nothing for longer.',
      ],
      ['Awaited', 'A number is missing, and may still arrive.'],
      [
        'Not seen',
        'What got lost after the last thing that arrived, and page loads of which nothing ever arrived. Nobody can count those.',
      ],
    ] as [word: string, meaning: string][],
  },
  orders: {
    title: 'Orders told, and orders confirmed',
    answer: (matched: string, all: string) =>
      `${matched} of ${all} orders were told by a browser and confirmed by the shop’s server.`,
    nothing: 'No order was placed in this period.',
    silent:
      'The shop’s server has confirmed none of them. Until it does (POST /v1/orders), nothing here is a difference.',
    unconfirmed: 'Claimed, never confirmed',
    unconfirmedIntro:
      'A browser told of them, the shop’s server did not. Payments that failed after the thank-you page, test orders, or a server that does not report yet.',
    unseen: 'Confirmed, never seen',
    unseenIntro:
      'The shop’s server told of them, no browser did: blocked scripts, no consent, other channels. They have no cart here.',
    cancelled: 'Cancelled',
    cancelledIntro:
      'Taken back as a whole by the shop’s server. Reports on confirmed orders leave them out.',
    none: 'None.',
    order: 'Order',
    at: 'Placed',
    amount: 'Amount',
    journey: 'Journey',
    some: (shown: string, all: string) => `The latest ${shown} of ${all}.`,
  },
  quarantine: {
    title: 'Kept out of the reports',
    answer: (touchpoints: string, visitors: string) =>
      `${touchpoints} touchpoints of ${visitors} visitors are kept, and count nowhere.`,
    nothing: 'Nothing is kept out of the reports.',
    counts: 'Why',
    unit: 'Unit: touchpoints, but for visitors',
    reason: 'Reason',
    touchpoints: 'Touchpoints',
    visitors: 'Visitors',
    list: 'Visitors in quarantine',
    some: (shown: string) => `The latest ${shown}.`,
    visitor: 'Visitor',
    last: 'Last seen',
    released: 'Released',
    releasedIntro: 'Somebody decided that these count, whatever looks odd about them.',
    release: 'Release',
    hold: 'Hold',
    judge: 'Leave it to the rules',
    holdIntro: 'Keep another visitor out of the reports:',
    readOnly: 'Releasing and holding needs a sign-in with the scope admin.',
    unknown: 'Nothing is known of this visitor.',
    reasons: {
      bot: 'A crawler, a script or a browser without a screen',
      webdriver: 'A browser that says it is driven by a program',
      origin: 'A page that is not on one of the site’s origins',
      value: 'An amount or a quantity that no order has',
      time: 'Older than anything a tracker keeps',
      speed: 'More in ten seconds than a person can do',
      flood: 'More in a day than a person can do',
      order_only: 'Orders from a browser that never saw a page',
      held: 'Held by somebody of the site',
    },
  },
  people: {
    title: 'What is kept of a person',
    intro:
      'Find a person by their user id or e-mail address, a visitor’s id or an order number. Addresses are kept as hashes only; finding by them works all the same.',
    name: 'User, e-mail address, visitor or order',
    find: 'Find',
    nobody: 'Nobody here goes by that name.',
    found: (person: string) => `Person ${person}`,
    kept: (touchpoints: string, visitors: string, journeys: string) =>
      `Touchpoints: ${touchpoints}, browsers: ${visitors}, journeys: ${journeys}.`,
    export: 'Download everything (JSON)',
    sure: 'Yes, forget this person for ever',
    forget: 'Forget',
    forgotten: (touchpoints: string) =>
      `Forgotten: ${touchpoints} touchpoints, and all that came of them. The reports are as if they had never been.`,
  },
  audit: {
    title: 'Who did what',
    intro: 'Nothing can be taken out of this log, and it names no shopper.',
    nothing: 'Nothing was done yet.',
    at: 'When',
    actor: 'Who',
    action: 'What',
    detail: 'Details',
  },
};

export type Words = typeof en;
