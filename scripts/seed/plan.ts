/**
 * What the simulated shoppers do, and why they leave: the truth that the reports have to find again.
 *
 * Shares and risks are probabilities from 0 to 1. A `risk` next to a circumstance multiplies the
 * base risk of leaving: 1 changes nothing, 1.6 makes leaving 60 % more likely. Circumstances
 * multiply each other, so a relative risk counted in any group of shoppers is the planted one.
 */
export const PLAN = {
  /** When people shop. Weights: only their proportions matter. */
  rhythm: {
    /** The clock that the hours and weekdays below are read by. */
    utcOffsetHours: 1,
    /** From Sunday to Saturday. */
    weekday: [1.25, 1.05, 0.95, 0.95, 1, 0.85, 0.95],
    /** From midnight to 23 h. Desktops rest at home and lunch at work; phones peak on the sofa. */
    hour: {
      desktop: [
        0.15, 0.1, 0.06, 0.06, 0.08, 0.12, 0.25, 0.4, 0.65, 0.85, 0.95, 0.95, 1, 0.95, 0.9, 0.85,
        0.8, 0.75, 0.75, 0.85, 0.95, 0.85, 0.6, 0.3,
      ],
      mobile: [
        0.25, 0.15, 0.08, 0.06, 0.08, 0.15, 0.35, 0.55, 0.5, 0.45, 0.45, 0.5, 0.65, 0.55, 0.45, 0.5,
        0.55, 0.65, 0.75, 0.9, 1, 0.98, 0.75, 0.45,
      ],
      tablet: [
        0.15, 0.08, 0.05, 0.05, 0.05, 0.1, 0.25, 0.4, 0.45, 0.45, 0.45, 0.45, 0.5, 0.5, 0.5, 0.5,
        0.55, 0.6, 0.75, 0.95, 1, 0.9, 0.6, 0.3,
      ],
    },
    /** Some of all shoppers come in the last hours, whatever the time, so that now is never deserted. */
    lastHours: { hours: 2, share: 0.012 },
  },

  /** By the browser they first come with. */
  devices: { desktop: 0.38, mobile: 0.55, tablet: 0.07 },

  /** Where they connect from, ISO 3166-1. It changes nobody's mind. */
  countries: { DE: 0.61, AT: 0.13, CH: 0.09, NL: 0.08, FR: 0.06, GB: 0.03 },

  people: {
    /** Have an account: they sign in as they begin a checkout. */
    account: 0.35,
    /** Of these, have a second device, sign in on both, and may go on there with the same cart. */
    secondDevice: 0.4,
    /** Change to the other device between two visits, where there is one. */
    switches: 0.5,
  },

  /**
   * Where a first visit comes from. `share` of new shoppers and `returning` of those who come again;
   * `products` looked at in a visit, on average; `cart` the probability that a journey gets to a
   * cart; `risk` of leaving it at any step.
   */
  channels: {
    organic: { share: 0.3, returning: 0.2, products: 1.4, cart: 0.38, risk: 1 },
    direct: { share: 0.2, returning: 0.4, products: 1.3, cart: 0.42, risk: 1 },
    paid_search: { share: 0.17, returning: 0.05, products: 1.2, cart: 0.4, risk: 1 },
    /** Browses more and buys less. */
    paid_social: { share: 0.19, returning: 0.05, products: 2.1, cart: 0.3, risk: 1.1 },
    /** Knows what it came for. */
    email: { share: 0.09, returning: 0.28, products: 1.1, cart: 0.56, risk: 0.82 },
    referral: { share: 0.05, returning: 0.02, products: 1.4, cart: 0.36, risk: 1 },
  },

  browsing: {
    /** Come for another visit before they make up their mind, each time. */
    anotherVisit: 0.18,
    /** Days in between, on average. */
    daysBetween: 2.5,
    /** Land on a product's page rather than the front page. */
    landOnProduct: 0.5,
    /** Of those who land on the front page and want nothing: look at nothing else. */
    bounce: 0.35,
    /** Of those who know what they want: look at something else as well. */
    looksFirst: 0.35,
    /** How they get to a product: from its shelf, by search, or by a link on the page they are on. */
    way: { shelf: 0.3, search: 0.08, link: 0.62 },
    /** Of products looked at. */
    wishlist: 0.02,
    /** Seconds on a page. */
    secondsOnPage: { median: 18, sigma: 0.9 },
  },

  carts: {
    /** Worth of what they want, in EUR. */
    worth: { median: 60, sigma: 0.75 },
    /** Different products, at most. */
    maxLines: 5,
    /** Two of the same product. */
    two: 0.08,
    /** Journeys with an order but no cart: "buy now" on the product's page. */
    buyNow: 0.03,
    /** Take everything out again and go: a decision. */
    emptied: 0.05,
    /** Take one thing out and stay. */
    oneThingOut: 0.06,
    /** Look at the cart's page before they decide. */
    seesCart: 0.8,
  },

  /**
   * Risk of leaving once a step is *done*, in the order of the steps, for someone who was here
   * before, on a desktop, by search, and meets no trouble. Who doesn't leave does the next step.
   */
  risk: {
    cart: 0.44,
    checkout: 0.07,
    contact: 0.06,
    shipping: 0.43,
    payment: 0.16,
  },

  /** Someone on the way to their first order, at every step. */
  newcomer: { risk: 1.1 },

  /** On phones the address form, which follows the contact step, is a chore. */
  mobileAtContact: { risk: 1.9 },

  checkout: {
    /** Seconds to fill in a form. */
    secondsOnStep: { median: 34, sigma: 0.6 },
    /** Pay from the cart by a wallet: contact and shipping are skipped. */
    wallet: 0.05,
    /** How many choose each of the shop's options, by its id. Its cost shows once it is chosen. */
    shipping: { post: 0.58, courier: 0.28, workshop: 0.14 },
  },

  /**
   * What happens to shoppers at a step, and makes them leave. `share`: of those who did the step;
   * `risk`: what it does to their leaving right there.
   */
  causes: {
    /** At payment, `alert` PAYMENT_ERROR: the card is declined. The worst of all. */
    paymentDeclined: { share: 0.15, risk: 3.2 },
    /** At cart, `coupon` with status `denied`. `share` of those who look at the cart's page. */
    couponDenied: { share: 0.09, risk: 1.8 },
    /** Shipping turns out to cost more than this many cents: from shipping to the end. */
    shippingShock: { aboveCents: 800, risk: 1.6 },
    /** At contact, `alert` INPUT_INVALID in the address form. Rare, but for the `brokenForm`. */
    inputInvalid: { share: 0.04, risk: 2.5 },
  },

  /** Once upon a time the address form refused good addresses, on phones only. */
  brokenForm: {
    device: 'mobile',
    /** Days before now that it went live. */
    daysAgo: 20,
    /** Days until it was mended. */
    days: 5,
    /** Of mobile shoppers who met INPUT_INVALID meanwhile, instead of `causes.inputInvalid.share`. */
    share: 0.75,
  },

  /** What may look like a cause and is none. */
  innocent: {
    /**
     * A slow page (LCP poor) leaves nobody less patient here. But phones have more of them, and
     * phones leave more at contact: counted without the device, it looks guilty there.
     */
    poorLcp: { desktop: 0.07, mobile: 0.34, tablet: 0.2 },
    /**
     * A chat with support (`support_chat`) follows most declined payments: a consequence that does
     * nothing itself. Counted without the payment, it looks guilty. `otherwise`: at any step.
     */
    supportChat: { afterDeclined: 0.6, otherwise: 0.02, risk: 1 },
    /** `coupon` with status `applied`, of those who had none denied: coupons as such do no harm. */
    couponApplied: { share: 0.08, risk: 1 },
    /** Shares of page views. */
    rageClick: 0.012,
    deadClick: 0.012,
    exception: 0.004,
    /** Of address forms: a field that isn't needed is left empty. */
    fieldLeft: 0.1,
  },

  /** Shares of page views that are measured. */
  vitals: { LCP: 0.16, INP: 0.05, CLS: 0.05 },

  /** After goods were left behind. */
  left: {
    /** Come back to the cart: two in three of them order then, so 1 in 8 is won back. */
    resumes: 0.18,
    /** Come back to look around, and leave the cart where it is. */
    looksBack: 0.12,
    /** Come back after more than 30 days, when the old cart is lost. */
    muchLater: 0.08,
    /** Hours until they come back: half sooner, half later. */
    hours: { median: 20, sigma: 1.2 },
    /** Days until they look around again, on average. */
    daysUntilLook: 4,
    /** Follow a reminder's link; the others come straight back. */
    byEmail: 0.45,
    /** Someone who came back for their cart is serious, at every step. */
    risk: 0.35,
  },

  /** After an order. */
  ordered: {
    /** Reload the thank-you page: the same order is told twice. */
    reloads: 0.07,
    /** Say how it was, from 1 to 5. Trouble on the way costs points. */
    survey: {
      share: 0.16,
      mean: 4.4,
      trouble: { declined: -1.3, shippingShock: -0.7, inputInvalid: -0.8 },
    },
    /** Show what they bought to somebody. */
    share: 0.04,
    /** Review it, some days later. */
    review: {
      share: 0.09,
      days: { from: 4, to: 15 },
      scores: [5, 5, 5, 5, 4, 4, 4, 3, 2, 1],
    },
    /** Send it back: the whole order, or one thing. */
    refund: { share: 0.04, days: { from: 3, to: 20 }, whole: 0.7 },
    /** Come again, days later on average, and get to a cart so much likelier. */
    comesAgain: { share: 0.65, daysUntil: 8, cart: 1.6 },
  },
} as const;
