/** A sentence in which some parts are marked up. */
type Rich<T> = (string | T)[];

/** Every word on the overview, in English. */
export const en = {
  figures: {
    heading: 'The period in figures',
    unit: 'Unit: carts created in the period, but for conversion: journeys begun in it',
    rate: 'Abandonment rate',
    rateNote: (range: string, carts: string) => `${range}, of ${carts} settled`,
    noRate: 'no cart has settled yet',
    carts: 'Carts created',
    cartsNote: (open: string) => `${open} of them still open`,
    atRisk: 'At risk',
    lost: 'Lost',
    recovered: 'Won back',
    recoveredNote: (orders: string) => `${orders} after being left`,
    orders: 'Orders',
    revenue: 'Revenue',
    revenueNote: 'of these orders, before refunds',
    conversion: 'Conversion',
    conversionNote: (orders: string, journeys: string, range: string) =>
      `${orders} of ${journeys} journeys that are over (${range})`,
    noConversion: 'no journey is over yet',
  },
  fix: {
    heading: 'Fix first',
    introCauses:
      'What goes with carts being left, by the value at stake: what these carts hold beyond what is usually left at that step. Associated with leaving, not proof of a cause.',
    introSteps:
      'Nothing that shoppers met goes with leaving surely enough yet. Until then: where most money is left.',
    none: 'No money was left behind in this period.',
    cause: (what: string, where: string, stopped: string, carts: string): string =>
      `${what}: ${stopped} of ${carts} that met it were left ${where}.`,
    times: (ratio: string, range: string) =>
      `That is ${ratio} times as often as among the others (${range}).`,
    between: (low: string, high: string) => `between ${low} and ${high}`,
    step: (where: string, carts: string): string => `${carts} left ${where}.`,
    share: (share: string) => `${share} of all the money left`,
    most: <T>(where: string, money: T, carts: string): Rich<T> => [
      `Whatever the cause, most money is left ${where}: `,
      money,
      ` in ${carts}.`,
    ],
    toSteps: 'See all steps',
    toCauses: 'Evidence',
    example: 'Example',
  },
  changes: {
    heading: 'What changed',
    chart: 'Abandonment rate, day by day',
    steps: 'Step by step',
    stepsIntro:
      'Out of the carts that did a step, the share that was left there. A step that is skipped is no leaving.',
    nothing: (days: string) => `Nothing left the normal: ${days} judged, all within the band.`,
    noBaseline:
      'Too few carts are known to say what is normal. The bands appear after two weeks with carts.',
    notYet:
      'No day of this period can be judged yet: a day counts when all its carts are a day old, and enough of them are there.',
    days: (n: number, shown: string) => (n === 1 ? `${shown} day` : `${shown} days`),
    on: (day: string) => `On ${day}`,
    fromTo: (from: string, to: string) => `From ${from} to ${to}`,
    since: (day: string) => `Since ${day}`,
    sentence: <T>(when: string, rate: T, carts: string, where: string, usual: string): Rich<T> => [
      `${when} `,
      rate,
      ` of ${carts} were left ${where}; ${usual} is usual.`,
    ],
    all: 'behind',
    more: (carts: string) => `${carts} more than usual.`,
    fewer: (carts: string) => `${carts} fewer than usual.`,
    outages: 'More likely the recording than the shoppers',
    outage: {
      silent: (day: string, seen: string, expected: string) =>
        `${day}: only ${seen} page views, where ${expected} are usual.`,
      pages: (day: string, seen: string, expected: string) =>
        `${day}: only ${seen} page views, where so many carts usually come with ${expected}. Is the tag on all pages?`,
      carts: (day: string, seen: string, expected: string) =>
        `${day}: only ${seen} carts, where so many page views usually come with ${expected}. Is the adding of goods still told?`,
      orders: (day: string, expected: string) =>
        `${day}: not one order, where so many carts usually come with ${expected}. Is the order still told?`,
      step: (day: string, step: string, expected: string) =>
        `${day}: no cart told of “${step}”, where so many carts usually come with ${expected}. Is that step still told?`,
    },
    outageNote: 'These days are not judged, and teach nothing about what is normal.',
    how: (hours: string, span: string, carts: string) =>
      `Every cart is seen as it stood ${hours} after it was created, so that all days had as long; the rates here are therefore not quite the one above. The band is what is normal for so many carts, learned from ${carts} of ${span} (a Laney p′ chart).`,
    weekdays: 'Weekdays have a normal of their own where they differ by more than chance.',
    own: 'As little is known from before, the period itself is what its days are held against.',
    width:
      'Bands are so wide that all charts together flag a day by chance on one page in twenty, and never narrower than 5 points to either side.',
    description: (first: string, last: string, usual: string) =>
      `From ${first} to ${last}. Usual: ${usual}.`,
    point: (day: string, rate: string, carts: string, normal: string) =>
      `${day}: ${rate} of ${carts}; normal ${normal}`,
    pointOnly: (day: string, rate: string, carts: string) => `${day}: ${rate} of ${carts}`,
    noCarts: 'no settled cart',
    usual: (rate: string) => `usual ${rate}`,
    outside: (days: string) => `${days} outside`,
    shifted: 'moved for good',
    inside: 'within the normal',
    notJudged: 'too few carts to judge single days; no lasting shift',
    legend: {
      normal: 'normal',
      outside: 'outside of it',
      failed: 'recording failed',
      before: 'before the period',
    },
    marks: 'Marked days',
    tooYoung: '(not drawn yet: its carts have not had their time)',
    addMark: 'Mark a day in the settings, and it shows here.',
    table: 'These figures as a table',
    columns: {
      day: 'Day',
      carts: 'Settled carts',
      left: 'Left',
      rate: 'Rate',
      usual: 'Usual',
      normal: 'Normal',
    },
  },
  more: 'Everything about where carts are left',
};

export type Words = typeof en;
