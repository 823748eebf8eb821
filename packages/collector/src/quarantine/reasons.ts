/** What is odd about one touchpoint by itself, told when it arrives. */
export const SUSPICIONS = ['bot', 'webdriver', 'origin', 'value', 'time'] as const;

export type Suspicion = (typeof SUSPICIONS)[number];

/**
 * Why touchpoints are kept out of the reports.
 *
 * | reason       | what was seen                                                              |
 * | ------------ | -------------------------------------------------------------------------- |
 * | `bot`        | the user agent is a crawler's, a script's or a headless browser's           |
 * | `webdriver`  | the browser says that a program drives it                                  |
 * | `origin`     | the page it tells of is not on one of the site's origins                   |
 * | `value`      | an amount or a quantity that no order has                                  |
 * | `time`       | it happened longer ago than a tracker keeps anything                       |
 * | `speed`      | more in ten seconds than a person can do                                   |
 * | `flood`      | more in a day (UTC) than a person can do                                   |
 * | `order_only` | orders from a browser that never saw a page                                |
 * | `held`       | somebody of the site said so                                               |
 */
export const REASONS = [...SUSPICIONS, 'speed', 'flood', 'order_only', 'held'] as const;

export type Reason = (typeof REASONS)[number];

/** What somebody of the site decided about a visitor. Stands above everything that is odd. */
export type Verdict = 'released' | 'held';
