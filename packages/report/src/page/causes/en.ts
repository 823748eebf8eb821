/** Every word about what carts met, in English. */
export const en = {
  intro:
    'What was met by carts that were left more often than carts like them. It is associated with leaving; whether it is the reason, only a trial can tell.',
  names: {
    known: {
      'alert:INPUT_INVALID': 'Told that an entry is not valid',
      'alert:INPUT_REQUIRED': 'Told that an entry is missing',
      'alert:PAYMENT_ERROR': 'Shown a payment error',
      'alert:DELIVERY_ERROR': 'Told that it can’t be delivered',
      'alert:DISCOUNT_ERROR': 'Shown a discount error',
      'alert:INVENTORY_ERROR': 'Told that an item is out of stock',
      'alert:CONTACT_ERROR': 'Shown an error about contact details',
      'alert:MERCHANDISE_ERROR': 'Shown an error about an item',
      'alert:CHECKOUT_ERROR': 'Shown an error of the checkout',
      price_rise: 'Total rose',
      'price_rise:high': 'Total rose by far more than usual',
      coupon_denied: 'Coupon code refused',
      login: 'Signed in',
      exception: 'Met an error in the page',
      failed_request: 'Met a request to the shop that failed',
      rage_click: 'Clicked again and again',
      dead_click: 'Clicked without effect',
      step_back: 'Went back a step',
      'poor:LCP': 'Page slow to show its content',
      'poor:INP': 'Page slow to react',
      'poor:CLS': 'Page moved while loading',
      'poor:FCP': 'Page slow to show anything',
      'poor:TTFB': 'Server slow to answer',
    },
    alert: (type: string) => `Shown an error: ${type}`,
    field_left: (field: string) =>
      field === '' ? 'Left a field empty or wrong' : `Left the field “${field}” empty or wrong`,
    poor: (vital: string) => `Page poor in ${vital}`,
    custom: (name: string) => `Met “${name}”`,
  },
  answer: {
    money: <T>(what: T, where: string, money: T): (string | T)[] => [
      'Most is at stake with ',
      what,
      ` ${where}: about `,
      money,
      ' in this period.',
    ],
    carts: <T>(what: T, where: string, carts: T): (string | T)[] => [
      'Most is at stake with ',
      what,
      ` ${where}: about `,
      carts,
      ' in this period.',
    ],
    quoted: (name: string) => `“${name}”`,
    nothing: (tested: number, shown: string) =>
      tested === 1
        ? `One thing that carts met was tested. It does not surely go with more of them being left.`
        : `${shown} things that carts met were tested. None surely goes with more of them being left.`,
    untested: 'Nothing was met by enough shoppers to be tested.',
    noCarts: 'No cart has settled in this period.',
    next: 'Choose a longer period or fewer conditions: a small effect takes many carts to be seen. A thing is tested once 30 shoppers met it at a step.',
  },
  fixed: {
    link: 'Fixed it?',
    mark: (what: string, where: string) => `Fixed: ${what}, ${where}`,
  },
  ranked: {
    heading: 'Most at stake first',
    intro:
      'Each stands by itself, next to carts alike in device, new or returning, and channel. Sums may overlap where carts met several, so don’t add them.',
    often: <T>(times: T): (string | T)[] => [
      'Carts that met this were left ',
      times,
      ' as often as carts like them that did not',
    ],
    times: (ratio: string) => `${ratio} times`,
    interval: (low: string, high: string) => `Between ${low} and ${high} times.`,
    stake: <T>(amount: T): (string | T)[] => ['; about ', amount, ' at stake in this period.'],
    above: (money: string) => `By more than ${money}: one and a half times what is usual here.`,
    met: 'met it',
    unmet: 'did not',
    share: (rate: string, carts: string) => `${rate} of ${carts}`,
    barLabel: 'Share of carts left here',
    atStake: 'at stake',
    range: (low: string, high: string) => `between ${low} and ${high}`,
    excess: (carts: string, share: string) =>
      `${carts} more than otherwise: ${share} of all that were left here`,
    alike: (names: string) => `Also held equal: ${names}.`,
    shoppers: (n: string) => `Its carts are of ${n} shoppers.`,
    examples: 'Journeys that met it and were left',
    example: (n: string) => `journey ${n}`,
    sizes: 'By how much of the goods’ price it rose',
    under: (to: string) => `under ${to}`,
    between: (from: string, to: string) => `${from} to ${to}`,
    over: (from: string) => `${from} and more`,
  },
  forest: {
    heading: 'How many times as often, step by step',
    intro:
      'The dot is how many times as often carts were left that met it, the line its 95% interval. Right of 1 is more often; a line that crosses 1 may be chance.',
    axis: 'times as often left',
    step: (carts: string, stopped: string) => `${carts} came here, ${stopped} of them were left`,
    exposed: (carts: string) => `${carts} met it`,
    row: (ratio: string, low: string, high: string) => `${ratio} times (${low}–${high})`,
    alone: (ratio: string) => `alone ${ratio} times`,
    legend: {
      ranked: 'surely more often',
      explained: 'explained by something else; the ring is before that was held equal',
      unproven: 'not enough evidence',
    },
  },
  explained: {
    heading: 'Explained by something else',
    intro:
      'Looked at alone, carts that met these were left more often, too. Among carts that are alike in what is named, they no longer surely were.',
    by: <T>(other: T): (string | T)[] => ['comes along with ', other],
    sentence: (alone: string, equal: string) =>
      `Left ${alone} as often when looked at alone, ${equal} once that is held equal.`,
    times: (ratio: string, low: string, high: string) => `${ratio} times (${low}–${high})`,
    unknown: 'with nothing to compare',
    open: 'Whether it does something by itself, these carts can’t tell yet.',
  },
  unproven: {
    heading: 'Not enough evidence',
    intro: (n: string) => `${n} more. Not ranked: for each the table says why.`,
    rare: (n: number, shown: string) =>
      n === 1
        ? 'One more was met by fewer than 5 carts.'
        : `${shown} more were met by fewer than 5 carts each.`,
    some: (shown: string, all: string) => `The ${shown} of ${all} that most carts met.`,
    table: 'These figures as a table',
    unit: 'Unit: carts',
    columns: {
      what: 'What was met',
      step: 'Step done',
      exposed: 'Met it',
      stopped: 'Of them left',
      others: 'Did not',
      othersStopped: 'Of them left',
      ratio: 'Times as often',
      interval: '95% interval',
      doubt: 'Why not ranked',
    },
    doubts: {
      few_exposed: 'fewer than 30 shoppers met it',
      few_stopped: 'fewer than 5 shoppers left after it',
      no_comparison: 'no carts alike that did not meet it',
      not_more: 'not left more often',
      chance: 'may be chance',
    },
  },
  how: {
    heading: 'How this is counted',
    unit: 'Everything on this page is counted in carts that were created in the period and are settled: open ones are left out.',
    terms: [
      [
        'Met it',
        'At least once while the step was the furthest one done. The others came to the step and did not meet it there.',
      ],
      [
        'Left',
        'Abandoned or lost with that step as the furthest. Who emptied the cart has not left it.',
      ],
      [
        'Times as often',
        'Risk ratio by Mantel and Haenszel, with Greenland and Robins’ 95% interval: carts are compared only with carts of the same device, new or returning, and channel. In the file there is also the plain ratio with Katz’s interval. Several carts of one shopper say less than as many shoppers’ would, and the intervals are wider by what they have in common (Liang and Zeger).',
      ],
      [
        'Explained',
        'What was met is also held against the other things met at the step, the strongest first. What loses its association among carts alike in another is explained by that one. What mostly came later is a consequence, and explains nothing.',
      ],
      [
        'Surely',
        'At least 30 shoppers met it and 5 of them left a cart here, the interval lies above 1, and of all that is ranked at most 5% is expected to be false (Benjamini and Hochberg, across all things and steps).',
      ],
      [
        'At stake',
        'Of the carts that met it and were left, those beyond what is usual for carts like them, at their mean value. The bounds are those of the ratio. They would have gone on from this step; some would have been left later.',
      ],
      [
        'Far more than usual',
        'A total that rose by more than one and a half times the median rise at the step. Shipping costs something nearly everywhere: what scares is what sticks out.',
      ],
      [
        'Not looked at',
        'How long carts stayed at a step: for those that were left, the leaving itself cut it short. A field left empty, or clicks in anger, can be how leaving looks rather than why.',
      ],
    ] as [word: string, meaning: string][],
  },
};

export type Words = typeof en;
