/** Words of the abandonment page beyond the shared ones, in English. */
export const en = {
  more: 'Search all abandoned carts among the journeys',
  breakdown: {
    heading: 'Side by side',
    intro: 'The same carts, by what they are. The line is the 95% interval of each rate.',
    overlaps: 'A cart with several items is in several rows: they add up to more than all carts.',
    label: 'By what',
    unit: 'Unit: carts',
    unknown: 'not known',
    /** What would make it known, where it is of no cart. */
    howToKnow: {
      country:
        'No country is known. Cloudflare tells it by itself; behind another proxy, name the header that has it: --country-header.',
      campaign: 'No campaign is known. Put utm_campaign into the links of your ads and mails.',
    },
    others: (n: string) => `${n} more`,
    only: (name: string) => `Only ${name}`,
    all: 'All',
    columns: {
      created: 'Created',
      open: 'Open',
      ordered: 'Ordered',
      left: 'Left',
      rate: 'Abandonment rate',
      value: 'Money left',
    },
  },
  next: {
    heading: 'Where they went next',
    intro:
      'What came after each stop, by where the cart had got. Unit: stops; a cart that was left twice is here twice.',
    stops: (n: number, shown: string) => (n === 1 ? `${shown} stop` : `${shown} stops`),
    away: (time: string) => `Half of those who came back did within ${time}.`,
    journeys: 'See their journeys',
    last: 'Last seen before',
    back: 'Came back with',
    known: (known: string, all: string) => `known of ${known} of ${all}`,
    none: 'Nobody came back yet.',
    outcomes: {
      ordered: 'ordered',
      wentFurther: 'got further, then left',
      moving: 'is back now',
      emptied: 'emptied the cart',
      leftAgain: 'left again at the same step',
      nothing: 'nothing yet',
    },
  },
  back: {
    heading: 'Who still comes back',
    intro: (horizon: string) =>
      `Of carts that have been silent for a time, the share that moves again within ${horizon}: to look, to go on or to order. The band is its 95% interval. Unit: silences of 10 minutes or more.`,
    setting: (share: string, range: string, silence: string) =>
      `After ${silence}, when a cart counts as abandoned here, ${share} (${range}) still come back.`,
    fits: (share: string) =>
      `That is fewer than ${share}: what counts as abandoned rarely turns out not to be. The setting fits.`,
    later: (share: string, fitting: string, silence: string) =>
      `Fewer than ${share} do only after ${fitting}. With that as the setting, hardly a cart would be called abandoned too early; with ${silence}, you learn of it sooner, and some of it mends by itself.`,
    never: (share: string, horizon: string) =>
      `At no time up to ${horizon} are fewer than ${share} sure to come back, so no setting suggests itself.`,
    thin: 'Fewer than 30 silences were watched for long enough to tell. Choose a longer period, or wait some days.',
    of: (carts: string, all: string) =>
      `Read from ${carts} of ${all}: the latest ones whose way is known.`,
    chart: 'Share of silent carts that come back, by time of silence',
    axis: 'Time of silence, each step longer than the one before',
    now: (silence: string) => `abandoned from ${silence}`,
    fitting: (time: string) => `below 10% from ${time}`,
    point: (time: string, share: string, range: string, n: string) =>
      `After ${time}: ${share} (${range}) of ${n} come back`,
    table: 'These figures as a table',
    unit: 'Unit: silences of carts, of 10 minutes or more',
    columns: {
      after: 'Silent for',
      share: 'Come back',
      interval: '95% interval',
      n: 'Silences that long',
    },
    how: 'By Kaplan and Meier: a silence that is not over counts for as long as it has lasted. Past 30 days a journey has ended, and nobody is seen to come back to it. Short silences are read from what shoppers did, where the same page twice in a row counts once: they can look longer than they were.',
  },
};

export type Words = typeof en;
