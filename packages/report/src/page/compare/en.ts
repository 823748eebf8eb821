/** A sentence in which some parts are marked up. */
type Rich<T> = (string | T)[];

/** Every word on the page that compares before and after, in English. */
export const en = {
  form: {
    mark: 'A day you marked',
    none: '–',
    day: 'or any day',
    window: 'Days on each side',
    age: 'Look at each cart after',
    days: (n: number, shown: string) => (n === 1 ? `${shown} day` : `${shown} days`),
    show: 'Compare',
    toSettings: 'Mark a day in the settings',
  },
  empty: {
    title: 'Choose the day on which something changed: a new checkout, another price, a campaign.',
    next: 'The days before it are then held against as many days after it. Marked days show up here and on the overview.',
    tooEarly: (day: string, age: string) =>
      `Nothing can be said of ${day} yet. The day itself is on neither side, and a day counts when all its carts are ${age} old.`,
  },
  sides: (days: string, before: string, after: string, age: string) =>
    `${days} on each side: ${before} against ${after}, the day itself left out. Every cart is looked at ${age} after it was created, so that both sides had as long.`,
  shorter: (asked: string) =>
    `You asked for ${asked}; as more days pass, both sides grow, at their far ends.`,
  weekdays: 'Fewer than a whole week: weekdays may differ by themselves.',
  answer: {
    told: <T>(name: string, change: T, range: string): Rich<T> => [
      `${name} `,
      change,
      `, between ${range}.`,
    ],
    up: (amount: string) => `went up by ${amount}`,
    down: (amount: string) => `went down by ${amount}`,
    better: 'That is better, as far as can be told.',
    worse: 'That is worse, as far as can be told.',
    cannot: (name: string) => `${name}: can’t tell yet whether it changed.`,
    range: (low: string, high: string) => `The change may lie anywhere from ${low} to ${high}.`,
    few: (least: string) => `There are fewer than ${least} shoppers on a side.`,
    needed: (n: string, more: string) =>
      `If the change is as large as it looks now, it takes about ${n} on each side to be told: ${more}.`,
    moreDays: (days: string) => `some ${days} more at this pace`,
    longer: 'more than a year at this pace, so take it for no change',
    wider: 'as many as there are, and still not told; choose more days on each side',
    held: 'Held equal: device and channel.',
    notHeld:
      'Device and channel could not be held equal: too few are alike on both sides. This is the plain difference.',
    mix: (crude: string) =>
      `Without holding them equal it is ${crude}: the mix of shoppers changed as well.`,
  },
  figures: {
    heading: 'Every figure, before and after',
    intro:
      'Each line is the 95% interval of the change: light as it is, dark with device and channel held equal. An interval that crosses zero may be chance.',
    abandonment: 'Abandonment rate',
    stop: (where: string) => `Leaving ${where}`,
    conversion: 'Conversion',
    order_value: 'Average order value',
    unit: {
      carts: 'of settled carts',
      journeys: 'of journeys begun',
      orders: 'of orders',
    },
    columns: {
      figure: 'Figure',
      before: 'Before',
      after: 'After',
      crude: 'Change as it is',
      adjusted: 'Device and channel held equal',
      verdict: 'Says',
    },
    verdict: {
      better: 'better',
      worse: 'worse',
      cannot_tell: 'can’t tell yet',
      too_few: 'too few',
    },
    interval: (low: string, high: string) => `${low} to ${high}`,
    choose: (name: string) => `Look at ${name}`,
    chart: (name: string, range: string) => `${name}: ${range}`,
  },
  journeys: (n: number, shown: string) => (n === 1 ? `${shown} journey` : `${shown} journeys`),
  care: {
    heading: 'Before you believe it',
    rules: [
      [
        'Don’t stop at the first yes',
        'Decide beforehand on which day you will look, and at which figure. Who looks five times and stops at the first “better” finds one in 14% of all cases although nothing changed; who looks every day for half a year, in 42%.',
      ],
      [
        'One figure is what you changed',
        'Of twenty figures that did not change, one lies outside of its interval. Choose the one that was meant to move; the others are there to see what else moved.',
      ],
      [
        'Other things change with time, too',
        'A sale, a holiday, a competitor or an outage falls on one side only. This shows what the change went with, not what it did. Only a random half of the shoppers seeing the old version would tell that.',
      ],
    ] as [rule: string, why: string][],
    sources:
      'Intervals: Newcombe’s for shares, Welch’s for amounts; with device and channel held equal, the Mantel–Haenszel risk difference with Sato’s variance. Several carts of one shopper count for less than as many shoppers’. What is needed is reckoned for finding a true change four times out of five.',
  },
};

export type Words = typeof en;
