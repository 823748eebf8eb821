/** What the collector takes at most. Past a text limit the rest is cut off; past any other the thing is refused. */
export const LIMITS = {
  /** Body of one request, in bytes. */
  bodyBytes: 512 * 1024,
  /** One touchpoint as JSON, in UTF-16 code units. */
  touchpointChars: 32 * 1024,
  /** Touchpoints in one batch. */
  batchTouchpoints: 1000,
  /** Lines in one touchpoint: GA4's own limit. */
  items: 200,
  /** Params of one touchpoint, and of one item. */
  params: 60,
  /** Characters in the name of a type or a param: GA4's own limit. */
  nameChars: 40,
  /** Characters in a visitor's id. */
  visitorChars: 64,
  /** Characters in a user's id. */
  userChars: 128,
  /** Characters in a URL or referrer. */
  urlChars: 2048,
  /** Characters in a page title, a param, or an item's field. */
  textChars: 500,
  /** Largest amount, in major units: past it minor units are no longer exact. */
  amount: 1e11,
  /** Largest quantity of one line. */
  quantity: 1e6,
} as const;
