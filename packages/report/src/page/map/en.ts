/** Every word on the journey map, in English. */
export const en = {
  answer: <T>(journeys: string, orders: T, rate: string, range: string): (string | T)[] => [
    `Of ${journeys}, `,
    orders,
    ` came to an order: ${rate} (${range}).`,
  ],
  answerUnderWay: (n: number, shown: string) =>
    `${shown} more ${n === 1 ? 'is' : 'are'} still under way.`,
  answerLeft: <T>(money: T, where: string, part: string): (string | T)[] => [
    'Goods worth ',
    money,
    ` were left on the way, most of it ${where}: ${part}.`,
  ],
  leftWhere: { cart: 'in the cart', checkout: 'at checkout' },
  journeys: (n: number, shown: string) => (n === 1 ? `${shown} journey` : `${shown} journeys`),
  empty: 'No journey began in this period.',
  emptyNext: 'Choose a longer period, or fewer conditions.',
  map: 'The map, from hearing of the shop to speaking for it',
  compare: {
    on: 'Compare with the period before',
    off: 'Don’t compare',
    with: (period: string) => `Compared with ${period}.`,
    nothing: 'Nothing is known of the period before: there is nothing to compare with.',
    was: (shown: string) => `before: ${shown}`,
  },
  stages: {
    awareness: 'Awareness',
    consideration: 'Consideration',
    cart: 'Cart',
    checkout: 'Checkout',
    order: 'Order',
    retention: 'Retention',
    advocacy: 'Advocacy',
  },
  meaning: {
    awareness: 'came to the shop',
    consideration: 'looked at goods',
    cart: 'had goods in the cart',
    checkout: 'began checkout',
    order: 'ordered',
    retention: 'came back, or were heard of',
    advocacy: 'reviewed or shared',
  },
  rows: {
    did: 'What shoppers did',
    met: 'Where they came from, what they touched',
    felt: 'How it felt',
    pains: 'What pained them',
    worth: 'What could be won',
  },
  onward: {
    consideration: 'went on to look at goods',
    cart: 'put goods into a cart',
    checkout: 'began checkout',
    order: 'ordered',
    back: 'came back or spoke up, so far',
    again: 'ordered again, so far',
  },
  none: 'The way ends here.',
  range: (range: string, n: string) => `${range}, of ${n}`,
  median: (time: string) => `${time} here, the median`,
  moment: 'Under a second here, the median',
  medianAfter: (time: string) => `${time} after the order, the median`,
  underWay: (n: string) => `${n} still under way`,
  passedBy: (n: string) => `${n} passed it by`,
  channels: 'Channels',
  touchpoints: 'Touchpoints',
  types: { review: 'wrote a review' },
  stream: {
    label: 'The way of the shoppers, its width to scale',
    description: (first: string, orders: string) =>
      `A stream that begins with ${first} and of which ${orders} arrive at an order.`,
    orders: 'those who order',
    left: (n: string) => `${n} left behind`,
  },
  friction: {
    label: 'The emotional curve: friction from stage to stage, calm at the top',
    calm: 'calm',
    rough: 'rough',
    none: 'not measured',
    per100: 'frictions per 100 journeys',
    interval: (low: string, high: string, n: string) => `${low}–${high}, of ${n} measured`,
    few: (n: string) => `Only ${n} measured: too few to tell.`,
    nothing: 'Pages: nothing measured yet.',
  },
  satisfaction: {
    kinds: { nps: 'NPS', csat: 'satisfied', ces: 'effort, 1 to 7' },
    asked: (question: string) => `“${question}”`,
    interval: (low: string, high: string, n: string) => `${low} to ${high}, ${n} surveyed`,
    few: (n: string) => `${n} surveyed: too few to tell.`,
    nothing: 'Nobody was surveyed here yet.',
  },
  pains: {
    none: (n: string) => `None met, of ${n} measured.`,
    more: (n: string) => `and ${n} more kinds`,
    names: {
      alert: 'Shown an error',
      field_left: 'Left a field undone',
      poor: 'Page slow or jumping',
    },
  },
  causes: {
    heading: 'Goes with leaving',
    ratio: (times: string, low: string, high: string) =>
      `left ${times} times as often (${low}–${high})`,
    stake: (money: string) => `${money} at stake`,
    of: (n: string) => `${n} carts met it`,
    more: 'See the causes',
  },
  worth: {
    left: (carts: string) => `left in ${carts}`,
    refunded: (orders: string) => `given back of ${orders}`,
    onePoint: (money: string) => `${money} more, had one more in 100 gone on.`,
    nothing: 'Nothing measured yet.',
  },
  measured: (n: string) => `measured: ${n}`,
  how: {
    heading: 'How this is counted',
    unit: 'Everything here is counted in journeys, each once: a journey is one person’s way towards one order, across visits and devices. The period holds the journeys that began in it, with all that came of them up to now.',
    terms: (silence: string): [word: string, meaning: string][] => [
      [
        'Reached',
        'Journeys that got to a stage or further. Going back to browse lowers nothing; “buy now” reaches the order and passes the cart by.',
      ],
      [
        'Retention',
        'Orders after which the person came back to the shop in a later journey, answered a survey, or got money back.',
      ],
      ['Advocacy', 'Orders after which the person wrote a review or shared something.'],
      [
        'Went on',
        `Of those who reached a stage and are not under way there. Under way: last seen less than ${silence} ago. With Wilson’s 95% interval.`,
      ],
      [
        'The stream',
        'Its width is the number of journeys that reached a stage. The deep water in it are those who order in the end, what is magenta are carts left behind, the pale rest ended here without a cart to leave.',
      ],
      [
        'Friction',
        'How many of five kinds of friction shoppers met in a stage, per 100 journeys: an alert, an error of the page, a rage click, a dead click, a page rated poor by its web vitals. Each kind counts once a journey. 0 is calm, 500 the most there is. With a 95% interval; told from 30 journeys on. Between the stages the line is only drawn through.',
      ],
      [
        'Surveys',
        'NPS: share of 9 and 10 less share of 0 to 6. Satisfied: 4 and 5 of 5. Effort: mean of 1 to 7. Told from 30 answers on; those who answer may differ from those who don’t. A question is read by the kind it names, else by its highest answer.',
      ],
      [
        'What pained them',
        'Journeys that met it in this stage. What goes with leaving is as in the report on causes: how many times as often carts were left that met it, among carts that are alike. It may be why, it need not.',
      ],
      [
        'One more in 100',
        'What it would have brought if one more in a hundred had gone on from here, and then ordered as often and for as much as those who did. A sum to compare stages by, not a forecast.',
      ],
    ],
  },
};

export type Words = typeof en;
