/** A sentence in which some parts are marked up. */
type Rich<T> = (string | T)[];

/** The words about funnels, in English. */
export const en = {
  intro: 'How many journeys get from step to step, along steps of your own choice.',
  journeys: (n: number, shown: string) => (n === 1 ? `${shown} journey` : `${shown} journeys`),
  answer: {
    rate: <T>(rate: T, range: string, journeys: string, first: string): Rich<T> => [
      rate,
      ` (${range}) of ${journeys} that began with “${first}” went all the way.`,
    ],
    most: (after: string, journeys: string, share: string) =>
      `Most stop after “${after}”: ${journeys}, ${share} of those that got there.`,
    none: 'No journey of this period did the first step.',
    noJourneys: 'No journey began in this period.',
    next: 'Choose a longer period, another first step, or all shoppers.',
  },
  build: {
    heading: 'Build a funnel',
    step: (n: number) => `Step ${n}`,
    none: '–',
    optional: 'may be skipped',
    exclude: 'What ends a way',
    nothing: 'nothing',
    window: 'At most from the first step to the last',
    wholeJourney: 'the whole journey',
    order: 'Between the steps',
    orders: { any: 'other things may come', strict: 'nothing may come' },
    by: 'Side by side',
    notCut: 'all together',
    show: 'Show the funnel',
    usual: 'Back to the usual one',
  },
  steps: {
    heading: 'From step to step',
    intro: 'The bars are to scale: all that did the first step enter on top.',
    legend: {
      continued: 'went on',
      skipped: 'skipped the step',
      open: 'still under way',
      left: 'got no further',
    },
    reached: (journeys: string) => `${journeys} got here`,
    did: (journeys: string) => `${journeys} did this on the way`,
    optional: 'may be skipped',
    ofAll: (share: string, range: string) => `${share} (${range}) of all`,
    ofBefore: (share: string, range: string) => `${share} (${range}) of the step before`,
    median: (time: string) => `median ${time} after the step done before`,
    stopped: (journeys: string) => `${journeys} got no further`,
    stoppedRate: (share: string) => `${share} of those here`,
    noneStopped: 'Nobody stopped here',
    open: (n: string) => `${n} still under way`,
    see: 'See which',
    seeConverted: 'See which ones got here',
  },
  time: {
    heading: 'Time from the first step to the last',
    median: (time: string) => `Half of them took less than ${time}.`,
    none: 'Nobody got to the last step.',
    chart: 'Journeys by the time that they took',
    under: (time: string) => `under ${time}`,
    between: (from: string, to: string) => `${from} – ${to}`,
    over: (time: string) => `${time} or more`,
  },
  groups: {
    heading: 'Side by side',
    unit: 'Unit: journeys, with their share of those that did the first step and its 95% interval',
    rest: 'others, or not known',
    median: 'Median time',
    several: 'A journey with several items is counted with each.',
  },
  shown: {
    heading: (step: string) => `Got as far as “${step}”, and no further`,
    converted: (step: string) => `Got to “${step}”`,
    some: (shown: string, all: string) => `The latest ${shown} of ${all}.`,
    all: (journeys: string) => `All of them: ${journeys}, the latest first.`,
    none: 'None in this period.',
    columns: { journey: 'Journey', lastAt: 'Last seen', visits: 'Visits', device: 'Device' },
    unit: 'Unit: journeys',
    open: 'See the journey',
    close: 'Close the list',
  },
  how: {
    heading: 'How this is counted',
    unit: 'Everything on this page is counted in journeys, each once: a journey is one person’s way towards one order, across visits and devices. The period holds the journeys that began in it.',
    terms: [
      [
        'Got here',
        'Did this step and all required ones before it, in this order. Other things may come between, unless that is asked otherwise.',
      ],
      [
        'Which way',
        'If there are several in a journey: the one with the most required steps, then with the most optional ones, then the earliest. One thing done is one step of it at most.',
      ],
      [
        'May be skipped',
        'A step that is no condition for the next one. Nobody is counted as stopped there.',
      ],
      [
        'Ends a way',
        'What comes after it doesn’t count, unless the way begins again with the first step.',
      ],
      ['At most', 'Time from the first step to the last, in whole seconds.'],
      ['Got no further', 'Of those here, neither went on nor is still under way.'],
      ['Still under way', 'Got no further yet, and the last sign is less than 30 minutes old.'],
      [
        'Trail',
        'A journey’s trail is kept up to 200 page views and 400 marks: what came after in a longer one isn’t known here. The same thing twice in a row is in it once.',
      ],
      [
        'Interval',
        'Wilson’s 95% interval: where the true share may well lie, given so many journeys.',
      ],
      [
        'Address',
        'The address is the funnel: step1 to step8 (page_view /p/* is any page below /p, /p/** whatever is deeper, too), optional2=1, exclude, window=7d, order=strict, by=device. Keep it, share it, or ask the API with it.',
      ],
    ],
  },
};

/** The shape of a dictionary. */
export type Words = typeof en;
