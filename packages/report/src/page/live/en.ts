/** Words of the live page, in English. */
export const en = {
  intro: 'Carts that move now, and those of the last 24 hours that were left or won back.',
  columns: {
    shopping: 'Filling a cart',
    checkout: 'In checkout',
    idle: 'Idle',
    left: 'Just left',
    wonBack: 'Just won back',
  },
  means: {
    shopping: (idle: string) => `Moved in the last ${idle}, no step of the checkout done.`,
    checkout: (idle: string) => `Moved in the last ${idle}, a step of the checkout done.`,
    idle: (idle: string, silence: string) =>
      `Nothing told for ${idle} or more: reading, thinking, or gone. Left after ${silence}.`,
    left: (_: string, silence: string) =>
      `Silent for ${silence} or more since some time in the last 24 hours.`,
    wonBack: () => 'Ordered in the last 24 hours, after having been left.',
  },
  none: {
    shopping: 'Nobody at the moment.',
    checkout: 'Nobody at the moment.',
    idle: 'No cart is idle.',
    left: 'None in the last 24 hours.',
    wonBack: 'None in the last 24 hours.',
  },
  unit: 'Unit: carts, each in one column.',
  silent: (time: string) => `silent for ${time}`,
  ordered: (when: string) => `ordered ${when}`,
  more: (n: string) => `and ${n} more`,
  incomplete:
    'So many journeys moved in the last day that only the ones that moved last are counted here.',
  now: 'Counts and money',
};

export type Words = typeof en;
