/** Every word on the page about who comes back, in English. */
export const en = {
  persons: (n: number, shown: string) => (n === 1 ? `${shown} person` : `${shown} persons`),
  answer: <T>(rate: T, range: string, days: string, persons: string): (string | T)[] => [
    'Of those who first ordered, ',
    rate,
    ` (${range}) ordered again within ${days} days.`,
    ` Judged by ${persons} who had the time.`,
  ],
  young: 'Nobody’s first order is old enough yet to say how many come back.',
  youngNext:
    'The first 30 days after an order have to pass. Until then, see what was said after it.',
  empty: 'No order is known up to the end of this period.',
  emptyNext: 'Choose a longer period, or fewer conditions.',
  orders: {
    heading: 'Orders in this period',
    placed: 'Orders placed',
    by: (persons: string) => `by ${persons}`,
    first: 'First orders',
    firstNote: 'the first that is known of a person',
    repeat: 'Repeat orders',
    share: 'Share of repeat orders',
    ofOrders: (range: string, orders: string) => `${range}, of ${orders}`,
  },
  within: {
    heading: 'Who orders again',
    intro:
      'Persons by how long they had: each share is of those whose first order is at least that long ago. Who came later can’t be judged yet and is left out.',
    days: (days: string) => `within ${days} days`,
    of: (range: string, persons: string) => `${range}, of ${persons}`,
    tooRecent: (persons: string) => `${persons} too recent to be judged`,
    nobody: 'Nobody’s first order is that long ago yet.',
  },
  curve: {
    heading: 'How long it takes',
    intro: (persons: string, returned: string) =>
      `The share that has ordered a second time, by days since the first order. ${persons}, of whom ${returned} came back so far; the others count for as long as they are known.`,
    label: 'Share that has ordered again, by days since the first order',
    description: (day: string, share: string) => `After ${day} days it is ${share}.`,
    point: (day: string, share: string, range: string, watched: string) =>
      `Day ${day}: ${share} (${range}), ${watched} still watched`,
    axis: 'Ordered again',
    day: (day: string) => `day ${day}`,
    quarter: (days: string) => `A quarter had come back after ${days} days.`,
    half: (days: string) => `Half had come back after ${days} days.`,
    notYet: 'Fewer than a quarter have come back so far.',
    few: 'Fewer than 10 persons: too few for a curve.',
  },
  cohorts: {
    heading: 'By month of the first order',
    intro:
      'Share that had ordered again within so many months. A cell is told once everybody in its row has lived through it.',
    earlier: (months: string) => `${months} earlier months are in the files below.`,
    month: 'First order',
    persons: 'Persons',
    within: (months: string) => `${months} mo.`,
    cell: (month: string, months: string, range: string) =>
      `${month}, within ${months} months: between ${range}`,
    notYet: 'not over yet',
    none: 'No month is complete yet.',
    unit: (most: string) =>
      `Unit: persons. The darker, the more came back: no colour is 0%, the darkest ${most}.`,
  },
  between: {
    heading: 'Time between orders',
    median: (days: string, pairs: string) =>
      `${days} days at the median, of ${pairs} pairs of orders.`,
    bias: 'Only of those who came back: who takes longer may still be on the way.',
    upTo: 'up to 1 day',
    range: (from: string, to: string) => `${from}–${to} days`,
    longer: (days: string) => `over ${days} days`,
    none: 'Nobody has ordered twice yet.',
  },
  after: {
    heading: 'After the order',
    intro: (orders: string) => `What came of the ${orders} of this period up to now.`,
    reviewed: 'Reviewed',
    shared: 'Shared',
    referred: 'Recommended (“referral”)',
    surveyed: 'Answered a survey',
    refunded: 'Got money back',
    nothing: 'nothing measured yet',
    money: (money: string) => `${money} given back`,
  },
  satisfaction: {
    heading: 'How it felt afterwards',
    kinds: { nps: 'NPS', csat: 'satisfied', ces: 'effort, 1 to 7' },
    asked: (question: string) => `“${question}”`,
    interval: (low: string, high: string, n: string) => `${low} to ${high}, ${n} surveyed`,
    few: (n: string) => `${n} surveyed: too few to tell.`,
    nothing: 'Nobody was surveyed yet.',
  },
  how: {
    heading: 'How this is counted',
    terms: [
      [
        'Who',
        'Persons: one or more browsers joined by signing in. Who orders as a guest in two browsers is two persons, so these shares are rather too low.',
      ],
      [
        'Which',
        'The figures at the top and what came after the order are of orders placed in the period. All else is of everybody whose first order came before the period’s end, with all that is known up to now.',
      ],
      [
        'First order',
        'The first that is known. A customer from before Cartograph was there counts as new once.',
      ],
      [
        'Judged',
        'Only who had the time to come back counts as one who did not. Shares have Wilson’s 95% interval.',
      ],
      [
        'The curve',
        'Kaplan and Meier’s: who has not come back yet counts up to today, not for ever. With the log-log 95% interval from Greenwood’s variance, as long as 10 persons are watched.',
      ],
      [
        'A part of the shoppers',
        'A person belongs to the part that the first order belongs to; the second may come by any way.',
      ],
      ['Refunds', 'Orders of which something was given back, cancelled ones too.'],
    ] as [word: string, meaning: string][],
  },
};

export type Words = typeof en;
