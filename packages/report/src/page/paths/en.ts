/** A sentence in which some parts are marked up. */
type Rich<T> = (string | T)[];

/** The words about paths, in English. */
export const en = {
  intro: {
    start: 'What journeys did first, and then, step by step.',
    from: (step: string) => `What came after “${step}”, from its first time in a journey on.`,
    to: (step: string) => `What came before “${step}”, up to its first time in a journey.`,
  },
  journeys: (n: number, shown: string) => (n === 1 ? `${shown} journey` : `${shown} journeys`),
  answer: {
    start: <T>(step: T): Rich<T> => ['Most journeys begin here: ', step, '.'],
    from: <T>(root: string, step: T): Rich<T> => [`After “${root}”, most often: `, step, '.'],
    to: <T>(root: string, step: T): Rich<T> => [`Before “${root}”, most often: `, step, '.'],
    share: (share: string, range: string, journeys: string) =>
      `That is ${share} (${range}) of ${journeys}.`,
    someOf: (drawn: string, all: string) => `${drawn} of ${all} in the period came by it.`,
    none: 'No journey of this period did that.',
    noJourneys: 'No journey began in this period.',
    next: 'Choose a longer period, another step, or all shoppers.',
  },
  ask: {
    label: 'Which paths',
    start: 'From the beginning',
    fromCart: 'From the cart',
    toOrder: 'To the order',
    from: 'Follow from',
    to: 'Look back from',
    choose: 'a step…',
    show: 'Show',
    marks: {
      label: 'Steps that are shown',
      all: 'Pages and actions',
      pages: 'Pages',
      actions: 'Actions',
    },
    depth: { label: 'How many steps', steps: (n: number) => `${n} steps` },
  },
  marks: {
    frontPage: 'front page',
    purchase: 'ordered',
    alert: (about: string) => `error: ${about}`,
    alerts: {
      INPUT_INVALID: 'wrong entry',
      INPUT_REQUIRED: 'missing entry',
      PAYMENT_ERROR: 'payment',
      DELIVERY_ERROR: 'delivery',
      DISCOUNT_ERROR: 'discount',
      INVENTORY_ERROR: 'out of stock',
      CONTACT_ERROR: 'contact',
      MERCHANDISE_ERROR: 'goods',
      CHECKOUT_ERROR: 'checkout',
    },
  },
  kinds: {
    other: (n: string) => `other (${n} more)`,
    ordered: 'end, with an order',
    left: 'left',
    open: 'still under way',
    more: 'goes on',
    moreBefore: 'more before that',
    began: 'began here',
  },
  chart: {
    heading: 'The paths',
    label: (journeys: string, columns: string) =>
      `${journeys} over ${columns} positions. The table below has the same figures.`,
    hint: 'Every height is to scale. Click a step to follow from there.',
    hintBack: 'Every height is to scale. Click a step to look back from there.',
    position: (n: number) => `Step ${n}`,
    before: (n: number) => `${n} before`,
    returns: (n: string) => `${n} had been there before (↩)`,
    node: (name: string, journeys: string, share: string) => `${name}: ${journeys}, ${share}`,
    flow: (from: string, to: string, journeys: string, share: string) =>
      `${from} → ${to}: ${journeys}, ${share}`,
    follow: (name: string) => `Follow from “${name}”`,
    back: (name: string) => `Look back from “${name}”`,
  },
  frequent: {
    heading: 'The most frequent paths as a whole',
    intro: 'Up to as many steps as are shown above.',
  },
  table: {
    summary: 'All figures, from step to step',
    unit: 'Unit: journeys. Shares are of all journeys drawn.',
    position: 'Position',
    from: 'Step',
    to: 'What came next',
    journeys: 'Journeys',
    share: 'Share',
    interval: '95% interval',
  },
  how: {
    heading: 'How this is counted',
    unit: 'Everything on this page is counted in journeys, each once: a journey is one person’s way towards one order, across visits and devices. The period holds the journeys that began in it.',
    terms: [
      [
        'Step',
        'A page that was seen, or something that was done. The same step again, with no other between, is one. A page and what it says of itself within five seconds (“saw an item”) are one step; so are an order and its page.',
      ],
      [
        '*',
        'Pages of one kind are one step: those with an id in their address, or with one of many names at the same place. A page that is frequent on its own account stays itself.',
      ],
      [
        'From, to',
        'From the first time that the step was done, or up to it. Each journey is drawn once.',
      ],
      ['↩', 'Journeys that come back to a step which is already on their path as drawn.'],
      [
        'Other',
        'Steps that few went through: all beyond the six largest at their place, or below 1%. At every place, those who are there and those who ended before sum up to all.',
      ],
      ['End, with an order', 'Nothing more came, and the journey holds an order.'],
      ['Left', 'Nothing more came for 30 minutes or longer, and there is no order.'],
      ['Still under way', 'The last sign is less than 30 minutes old: neither left nor ended yet.'],
      [
        'Goes on',
        'There are more steps than are shown. A journey’s trail is kept up to 200 page views and 400 marks: what came after in a longer one isn’t known, so it goes on, too.',
      ],
      [
        'Interval',
        'Wilson’s 95% interval: where the true share may well lie, given so many journeys.',
      ],
    ],
  },
};

/** The shape of a dictionary. */
export type Words = typeof en;
